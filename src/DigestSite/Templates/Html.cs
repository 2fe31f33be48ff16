namespace DigestSite.Templates;

/// <summary>Markup that this program made and that is safe to write as it is; only a value of this type fits in <c>{{{ }}}</c>.</summary>
internal sealed record Html(string Markup)
{
    public override string ToString() => Markup;
}
