namespace DigestSite.Templates;

/// <summary>How templates are called: <c>partials/card.hbs</c> is the partial <c>card</c>.</summary>
internal static class TemplateNames
{
    public const string AssetFolder = "assets/";
    public const string Extension = ".hbs";

    private const string Folder = "partials/";

    public static bool IsAsset(string name) => name.StartsWith(AssetFolder, StringComparison.Ordinal);

    public static bool IsTemplate(string name) => !IsAsset(name) && name.EndsWith(Extension, StringComparison.Ordinal);

    /// <summary>Whether a template makes plain text, in which nothing is markup: <c>mail/digest.txt.hbs</c>.</summary>
    public static bool IsPlainText(string name) => name.EndsWith(".txt" + Extension, StringComparison.Ordinal);

    public static bool IsPartial(string name) => name.StartsWith(Folder, StringComparison.Ordinal);

    public static string PartialName(string name) => IsPartial(name) ? name[Folder.Length..^Extension.Length] : name;

    public static string PartialFile(string partial) => Folder + partial + Extension;
}
