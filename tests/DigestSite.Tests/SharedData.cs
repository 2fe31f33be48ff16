namespace DigestSite.Tests;

/// <summary>Real answers to test against, which are not the project's to give away: beside the repository where they are at all.</summary>
internal static class SharedData
{
    /// <summary>The path of a folder of theirs; a test that asks for it is skipped where there is none.</summary>
    public static string Folder(string name)
    {
        string path = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", name));
        Assert.SkipUnless(Directory.Exists(path), $"no shared data here: {name}");
        return path;
    }
}
