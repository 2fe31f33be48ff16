using DigestSite.Diagnostics;
using DigestSite.Mail;
using DigestSite.Papers;

namespace DigestSite.Tests.Mail;

public class MailChoiceTests
{
    private static readonly Archive Archive = Samples.Site().Archive;

    private static readonly Digest Full = Archive.Digests[0];

    [Theory]
    [InlineData(null, "2025-11-17")]
    [InlineData("2025-11-03 readers sent", "2025-11-10")]
    [InlineData("2025-11-10 readers sent", "2025-11-17")]
    [InlineData("2025-11-17 readers sent", null)]
    [InlineData("2025-11-03 readers begun", "2025-11-03")]
    [InlineData("2025-11-03 others sent", "2025-11-17")]
    public void A_list_gets_what_is_newer_than_all_it_got_in_order_and_at_first_only_the_newest(string? mailed, string? next)
    {
        // The newest came late, and of one every paper is hidden.
        Archive archive = Archive with
        {
            Digests =
            [
                On("2025-11-24") with { IsLate = true },
                On("2025-11-17"),
                On("2025-11-13") with { Papers = [] },
                On("2025-11-10"),
                On("2025-11-03"),
            ],
        };
        MailedLedger ledger = Ledger(mailed is null ? "" : mailed.Replace(' ', '\t') + "\t2025-11-25T08:00:00Z\t" + (mailed.EndsWith("sent", StringComparison.Ordinal) ? "2/2" : "2") + "\t-\t<a@b>\n");
        Assert.Equal(next, MailChoice.Next(archive, ledger, "readers") is { } day ? Routes.Iso(day) : null);
    }

    [Theory]
    [InlineData("begun\t2025-11-04T08:00:00Z\t12\trun-1\t<a@b>")]
    [InlineData("begun\t2025-11-04T08:00:00Z\t0/12\t-\t<a@b>")]
    [InlineData("begun\t2025-11-04T08:00:00Z\t5/12\t-\t<a@b>\t0123456789abcdef\t1-4,6\t7-10")]
    [InlineData("begun\t2025-11-04T08:00:00Z\t5/12\t-\t<a@b>\t0123456789abcdef\t1-4,6\t-")]
    [InlineData("sent\t2025-11-04T08:00:00Z\t11/12\t-\t<a@b>")]
    public void A_line_of_the_ledger_comes_back_as_it_was(string line) =>
        Assert.Equal($"2025-11-03\treaders\t{line}", Ledger($"2025-11-03\treaders\t{line}\n").Print().Split('\n')[1]);

    [Theory]
    [InlineData("begun", "5/12", "\t0123456789abcdef\t1-4\t-")]
    [InlineData("begun", "5/12", "")]
    [InlineData("begun", "5/12", "\t0123456789abcdef\t1-5\t5")]
    [InlineData("begun", "1/12", "\t0123456789abcdef\t13\t-")]
    [InlineData("begun", "1/12", "\t0123456789ABCDEF\t1\t-")]
    [InlineData("begun", "2000000000/2000000000", "\t0123456789abcdef\t1-2000000000\t-")]
    [InlineData("sent", "13/12", "")]
    [InlineData("sent", "12", "")]
    public void A_line_that_contradicts_itself_is_none(string state, string counts, string places)
    {
        var told = new DiagnosticBag();
        Assert.Null(MailedLedger.Read(new SourceText("mailed.tsv", $"2025-11-03\treaders\t{state}\t2025-11-04T08:00:00Z\t{counts}\t-\t<a@b>{places}\n"), told));
        Assert.Equal("DS667", Assert.Single(told.InOrder()).Id);
    }

    [Fact]
    public void The_fingerprint_of_a_list_is_of_its_addresses_their_order_and_the_digest()
    {
        string[] lists = ["a@host.example\nb@host.example\n", "b@host.example\na@host.example\n", "a@host.example\n"];
        string[] prints = [.. lists.Select(l => Of(l, "<x@y>")), Of(lists[0], "<z@y>")];
        Assert.Equal(4, prints.Distinct(StringComparer.Ordinal).Count());
        Assert.All(prints, p => Assert.True(Recipients.IsFingerprint(p)));
        Assert.Equal(prints[0], Of("# Two\nAda <A@HOST.example>\nb@host.example", "<x@y>"));

        static string Of(string list, string salt) => Recipients.Fingerprint(Recipients.Read(new SourceText("l.txt", list), new DiagnosticBag())!, salt);
    }

    private static MailedLedger Ledger(string text)
    {
        var told = new DiagnosticBag();
        MailedLedger? ledger = MailedLedger.Read(new SourceText("mailed.tsv", text), told);
        Assert.Empty(told.InOrder().Select(d => d.ToString()));
        return ledger!;
    }

    private static Digest On(string day) => Full with { Date = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
}
