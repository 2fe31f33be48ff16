namespace DigestSite.Papers;

/// <summary>Who published a paper, as the listing prints it: a handle and a full name (<c>Berkeley UC Berkeley</c>).</summary>
/// <param name="Printed">The attribution line, as captured.</param>
internal sealed record Organization(string Printed)
{
    /// <summary>The account's handle: the first word (<c>Berkeley</c>).</summary>
    public string Handle => Printed.Split(' ', 2)[0];

    /// <summary>The full name: all but the handle (<c>UC Berkeley</c>), or the handle where there is no more.</summary>
    public string Name => Printed.Split(' ', 2) is [_, { Length: > 0 } name] ? name : Printed;

    public Slug Slug => Slug.FromTitle(Name);
}
