using System.Globalization;
using DigestSite.Papers.Permanence;
using DigestSite.Tests.Collecting;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Cli;

/// <summary>The real program against a source on this machine.</summary>
public sealed class CollectVerbTests : IDisposable
{
    private readonly SiteFolder _site = new();

    public CollectVerbTests() => _site["content/ledger.tsv"] = LedgerFile.Print(_site.Build().Recorded!);

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task It_collects_records_and_writes_a_summary_and_the_site_then_checks()
    {
        await using LoopbackSource source = await Begin();
        CommandLine.Result dry = CommandLine.Run(_site.Root, "collect", "--dry-run");
        Assert.Equal((0, ""), (dry.ExitCode, dry.Error));
        Assert.Contains(" <- " + source.Address + "/daily?date=", dry.Output, StringComparison.Ordinal);
        Assert.EndsWith("; nothing was asked.\n", dry.Output, StringComparison.Ordinal);
        Assert.Empty(source.Asked);
        Assert.False(File.Exists(Path.Combine(_site.Root, "content/collected.tsv")));

        CommandLine.Result run = CommandLine.Run(_site.Root, "collect", "--summary", "summary.md", "--time-limit", "5");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"^daily_papers: \d new \(.*\.json(, …)?\)\ncontent/ledger\.tsv: .*dump.*\nNext: look at it with `digest serve`, then commit the content folder\.\n$", run.Output);
        Assert.Matches("^# [0-9]+ new papers? ", _site["summary.md"]);
        CommandLine.Result check = CommandLine.Run(_site.Root, "check", "--strict", "--quiet");
        Assert.Equal((0, ""), (check.ExitCode, check.Error));
    }

    [Fact]
    public async Task A_source_that_refuses_fails_the_run()
    {
        await using LoopbackSource source = await Begin();
        source.Answer = (context, _) => LoopbackSource.Fail(context, 404);
        CommandLine.Result run = CommandLine.Run(_site.Root, "collect");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("content/sources.yml(1,15): error DS083: `dumps/", run.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing is new.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--since takes a date", "--since", "yesterday")]
    [InlineData("--since takes a day that has come", "--since", "9999-01-01")]
    [InlineData("--time-limit takes minutes from 1 to 1440", "--time-limit", "0")]
    [InlineData("--summary takes the name of a file", "--summary", "")]
    public void What_an_option_cannot_take_is_told(string message, params string[] arguments)
    {
        CommandLine.Result run = CommandLine.Run(_site.Root, ["collect", .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_that_cannot_be_written_is_told()
    {
        await using LoopbackSource source = await Begin();
        CommandLine.Result run = CommandLine.Run(_site.Root, "collect", "--summary", "no/such/folder.md");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("digest: the summary cannot be written: ", run.Error, StringComparison.Ordinal);
    }

#pragma warning disable RS0030 // The program asks what day it is: so must who answers it.
    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);
#pragma warning restore RS0030

    private async Task<LoopbackSource> Begin()
    {
        LoopbackSource source = await LoopbackSource.Start();
        source.Answer = (context, _) =>
        {
            string date = context.Request.Query["date"].ToString();
            return LoopbackSource.Json(context, PaperAnswers.Day($"{date[2..4]}{date[5..7]}.{date[8..10]}001"));
        };
        _site["content/sources.yml"] = $"daily_papers: {{ since: {Today.AddDays(-3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, url: '{source.Address}/daily', pause: 0 }}\n";
        return source;
    }
}
