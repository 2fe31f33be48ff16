namespace DigestSite.BrowserTests;

/// <summary>Finds Chromium: an environment variable, then PATH, then Playwright's own install.</summary>
internal static class Browser
{
    public const string Variable = "DIGEST_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    /// <summary>The program's path; null for Playwright's own install.</summary>
    /// <remarks>Without any browser the test is skipped with the reason, but under <c>CI=true</c> it fails.</remarks>
    public static string? Require(string playwrightsOwn)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return named;
        }

        string? onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        if (onPath is not null || File.Exists(playwrightsOwn))
        {
            return onPath;
        }

        string reason = $"no Chromium: set {Variable}, put chromium on PATH, or install Playwright's own";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
        return null;
    }
}
