namespace DigestSite.Tests.Sites;

/// <summary>Text compared with a file kept beside the tests: <c>X.verified.txt</c>; what differs is written as <c>X.received.txt</c>.</summary>
internal static class Snapshot
{
    public static void Verify(string actual, string verifiedPath)
    {
        string received = verifiedPath.Replace(".verified.", ".received.", StringComparison.Ordinal);
        string expected = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath) : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Equal(expected, actual);
    }
}
