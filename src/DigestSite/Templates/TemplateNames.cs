namespace DigestSite.Templates;

/// <summary>How templates are called: <c>partials/card.hbs</c> is the partial <c>card</c>.</summary>
internal static class TemplateNames
{
    private const string Folder = "partials/";
    private const string Extension = ".hbs";

    public static bool IsPartial(string name) => name.StartsWith(Folder, StringComparison.Ordinal);

    public static string PartialName(string name) => IsPartial(name) ? name[Folder.Length..^Extension.Length] : name;

    public static string PartialFile(string partial) => Folder + partial + Extension;
}
