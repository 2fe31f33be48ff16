namespace DigestSite.Tests;

/// <summary>Real captures that are too many, or not ours, to be kept here: a folder <c>shared</c> beside the repository.</summary>
internal static class SharedData
{
    private static readonly string Root = Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared", "data");

    /// <summary>The folder <paramref name="name"/> of it; where it is not there, the test is skipped.</summary>
    public static string Folder(string name)
    {
        string folder = Path.Combine(Root, name);
        Assert.SkipUnless(Directory.Exists(folder), $"there is no folder {folder}");
        return folder;
    }
}
