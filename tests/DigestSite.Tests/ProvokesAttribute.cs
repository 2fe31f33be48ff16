namespace DigestSite.Tests;

/// <summary>Marks a test that makes the program report these diagnostics; every id of the catalog needs one.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ProvokesAttribute(params string[] ids) : Attribute
{
    public IReadOnlyList<string> Ids { get; } = ids;
}
