namespace DigestSite.Tests.Tex;

/// <summary>The cases of readable-text.txt.</summary>
internal static class ReadableTextCases
{
    public static TheoryData<int, string, string, string?> All { get; } = Read();

    private static TheoryData<int, string, string, string?> Read()
    {
        var cases = new TheoryData<int, string, string, string?>();
        string[] lines = File.ReadAllLines(Repository.File("tests", "DigestSite.Tests", "Tex", "readable-text.txt"));
        for (int i = 0; i + 1 < lines.Length; i++)
        {
            if (Field(lines[i], "in") is { } captured)
            {
                string plain = Field(lines[i + 1], "plain") ?? throw new InvalidDataException($"line {i + 2} has no plain text");
                cases.Add(i + 1, captured, plain == "=" ? captured : plain, i + 2 < lines.Length ? Field(lines[i + 2], "html") : null);
            }
        }

        return cases;
    }

    private static string? Field(string line, string name) => line.StartsWith(name + ' ', StringComparison.Ordinal) ? line[name.Length..].TrimStart(' ') : null;
}
