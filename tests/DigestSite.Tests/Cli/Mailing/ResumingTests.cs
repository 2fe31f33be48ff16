using System.Globalization;
using DigestSite.Cli;
using DigestSite.Cli.Mailing;
using DigestSite.Diagnostics;
using DigestSite.Tests.Collecting;

namespace DigestSite.Tests.Cli.Mailing;

/// <summary>What is left of a mailing that stopped on its way, and how it is taken up again: nobody gets a digest twice, and nobody is forgotten.</summary>
public sealed class ResumingTests : IDisposable
{
    private static readonly SmtpServer Nowhere = new("127.0.0.1", 1, IsEncryptedFromStart: false);

    private readonly MailingSite _site = new();

    public ResumingTests() => List(250);

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task Mailing_again_that_fails_leaves_what_was_known_before()
    {
        const string Before = "2025-11-03\treaders\tbegun\t2025-11-04T08:00:00Z\t250\trun-1\t<a@b>\n";
        foreach (string line in (string[])[Before, Before.Replace("begun", "sent", StringComparison.Ordinal).Replace("\t250\t", "\t250/250\t", StringComparison.Ordinal)])
        {
            _site["content/mailed.tsv"] = line;
            Assert.Contains("DS671", await Mail(Nowhere, o => o with { IsAgain = true }), StringComparison.Ordinal);
            Assert.Equal(line, _site.Ledger!.Split('\n', 2)[1]);
        }
    }

    [Theory]
    [InlineData(false, 150)]
    [InlineData(true, 50)]
    public async Task A_batch_without_an_answer_is_all_that_is_in_doubt_and_nobody_who_has_it_gets_it_again(bool haveIt, int left)
    {
        using var silent = new ScriptedServer((command, server) => command == "." && server.Taken.Count == 1 ? null : "");
        Assert.Contains("DS678", await Mail(silent.Server), StringComparison.Ordinal);
        Assert.Matches("\treaders\tbegun\t[-0-9T:]+Z\t100/250\t-\t<digest-[^\t]+\t[0-9a-f]{16}\t1-100\t101-200\n", _site.Ledger);
        Assert.DoesNotContain("host.example", _site.Ledger, StringComparison.Ordinal);

        using var sound = new ScriptedServer((_, _) => "");
        string refused = await Mail(sound.Server, o => o with { Resume = Resumption.Untold });
        Assert.Contains("DS666: mailing the digest of 2025-11-03 to the list `readers` began on 2025-11-20; 100 of 250 recipients have it for certain, and nothing says whether those in these places of the list have it: 101-200", refused, StringComparison.Ordinal);
        Assert.Contains("`--resume got` settles that, and if not, `--resume missed`", refused, StringComparison.Ordinal);
        Assert.Equal(refused, await Mail(sound.Server));
        Assert.Empty(sound.Taken);

        Assert.Equal("", await Mail(sound.Server, o => o with { Resume = haveIt ? Resumption.Got : Resumption.Missed }));
        Assert.Equal(Enumerable.Range(251 - left, left).Select(Reader), sound.Taken.SelectMany(t => t));
        Assert.Equal(["2025-11-03 readers sent 250/250 -"], _site.Mailed);
    }

    [Fact]
    public async Task A_list_that_has_changed_is_not_taken_up_again()
    {
        using var lost = new ScriptedServer((command, server) => server.Taken.Count == 1 ? null : "");
        string told = await Mail(lost.Server);
        Assert.Contains("DS677: the mail server closed the connection; 100 of 250 recipients have it\n", told, StringComparison.Ordinal);
        Assert.Contains("with `--resume` the others get it", told, StringComparison.Ordinal);
        string after = _site.Ledger!;
        Assert.Matches("\t100/250\t-\t<digest-[^\t]+\t[0-9a-f]{16}\t1-100\t-\n", after);

        using var sound = new ScriptedServer((_, _) => "");
        _site["readers.txt"] = _site["readers.txt"].Replace("reader100@", "reader300@", StringComparison.Ordinal);
        Assert.Contains("DS666: mailing the digest of 2025-11-03 to the list `readers` began on 2025-11-20; it had 250 recipients, and this is not the same list", await Mail(sound.Server, o => o with { Resume = Resumption.Untold }), StringComparison.Ordinal);
        Assert.Equal(after, _site.Ledger);
        List(250);
        Assert.Contains("100 of 250 recipients have it for certain, and the others have it not", await Mail(sound.Server), StringComparison.Ordinal);
        Assert.Contains("DS671", await Mail(Nowhere, o => o with { Resume = Resumption.Untold }), StringComparison.Ordinal);
        Assert.Equal(after, _site.Ledger);
        Assert.Equal("", await Mail(sound.Server, o => o with { Resume = Resumption.Untold }));
        Assert.Equal(Enumerable.Range(101, 150).Select(Reader), sound.Taken.SelectMany(t => t));
    }

    [Fact]
    public async Task A_run_that_reserves_the_rest_leaves_those_who_have_it_out_and_in_doubt_only_whom_the_next_run_mails()
    {
        List(3);
        using var lost = new ScriptedServer((command, server) => server.Taken.Count == 1 ? null : command.StartsWith("RCPT TO:<reader2", StringComparison.Ordinal) ? "452 4.5.3 Too many" : "");
        await Mail(lost.Server);
        Assert.Equal("", await Mail(null, o => o with { Resume = Resumption.Untold, Reserve = "run-2" }));
        Assert.Matches("\tbegun\t[-0-9T:]+Z\t1/3\trun-2\t<digest-[^\t]+\t[0-9a-f]{16}\t1\t2-3\n", _site.Ledger);
        Assert.Contains("DS671", await Mail(Nowhere, o => o with { Reserved = "run-2" }), StringComparison.Ordinal);
        Assert.Matches("\t1/3\trun-2\t<digest-[^\t]+\t[0-9a-f]{16}\t1\t-\n", _site.Ledger);
        using var sound = new ScriptedServer((_, _) => "");
        Assert.Equal("", await Mail(sound.Server, o => o with { Reserved = "run-2" }));
        Assert.Equal([Reader(2), Reader(3)], Assert.Single(sound.Taken));
        Assert.Equal(["2025-11-03 readers sent 3/3 run-2"], _site.Mailed);
    }

    [Fact]
    public async Task That_all_in_doubt_have_it_is_settled_without_a_word_to_a_server()
    {
        _site["content/mailed.tsv"] = "2025-11-03\treaders\tbegun\t2025-11-04T08:00:00Z\t250\trun-1\t<a@b>\n";
        Assert.Equal("", await Mail(Nowhere, o => o with { Resume = Resumption.Got }));
        Assert.Equal(["2025-11-03 readers sent 250/250 -"], _site.Mailed);
        Assert.Contains("DS665", await Mail(Nowhere, o => o with { Resume = Resumption.Got }), StringComparison.Ordinal);
        _site["content/mailed.tsv"] = "";
        Assert.Contains("--resume: error DS670: nothing of the digest of 2025-11-03 was begun for the list `readers`", await Mail(Nowhere, o => o with { Resume = Resumption.Got }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_server_refuses_for_now_it_is_asked_for_once_more_and_then_told_to_be_right_but_late()
    {
        List(4);
        var asked = new List<string>();
        using var server = new ScriptedServer((command, _) =>
        {
            asked.Add(command);
            return command switch
            {
                "RCPT TO:<reader1@host.example>" => "450 4.2.0 reader1: greylisted, come back later",
                "RCPT TO:<reader2@host.example>" when asked.Count(c => c == command) == 1 => "451 4.7.1 Later",
                "RCPT TO:<reader4@host.example>" when asked.Count(c => c == command) == 1 => "552 Too many recipients",
                _ => "",
            };
        });
        string told = await Mail(server.Server);
        Assert.Equal([[Reader(3)], [Reader(4)], [Reader(2)]], server.Taken);
        Assert.Contains("readers.txt(1,1): error DS675: the mail server refuses for now this recipient, who did not get the digest: it says `450 4.2.0 …: greylisted, come back later`", told, StringComparison.Ordinal);
        Assert.Contains("later, as a list of another name: `--to ADDRESS --list NAME`", told, StringComparison.Ordinal);
        Assert.DoesNotContain("readers.txt(2", told, StringComparison.Ordinal);
        Assert.Equal(["2025-11-03 readers sent 3/4 -"], _site.Mailed);
    }

    [Fact]
    [Provokes("DS659")]
    public async Task What_is_not_recorded_is_not_mailed_since_its_addresses_may_change()
    {
        string ledger = _site["content/ledger.tsv"];
        _site["content/ledger.tsv"] = string.Join('\n', ledger.Split('\n').Where(l => !l.StartsWith("paper\ta-bound", StringComparison.Ordinal) && !l.StartsWith("alias\ta-bound", StringComparison.Ordinal)));
        foreach (MailOrder mailing in (MailOrder[])[Order(Nowhere), Order(null) with { Reserve = "run-1" }])
        {
            Assert.Contains("content/ledger.tsv: error DS659: 1 of the papers of the digest of 2025-11-03 is not recorded, and mail cannot be called back", await Mail(null, _ => mailing), StringComparison.Ordinal);
        }

        Assert.Null(_site.Ledger);
    }

    [Fact]
    public async Task A_server_that_ends_the_talk_refuses_nobody()
    {
        using var server = new ScriptedServer((command, _) => command.StartsWith("RCPT", StringComparison.Ordinal) ? "421 4.3.2 Closing" : "");
        string told = await Mail(server.Server);
        Assert.Contains("DS677: the mail server ended the talk: it says `421 4.3.2 Closing`; nothing was mailed", told, StringComparison.Ordinal);
        Assert.DoesNotContain("DS675", told, StringComparison.Ordinal);
        Assert.Empty(_site.Mailed);
    }

    [Theory]
    [InlineData("AUTH PLAIN", "AG1lAGh1bnRlcjIy")]
    [InlineData("AUTH PLAIN", "hunter22")]
    [InlineData("AUTH LOGIN", "aHVudGVyMjI=")]
    public async Task A_server_that_repeats_the_login_is_not_quoted(string offer, string shown)
    {
        using var server = new ScriptedServer((command, _) => command switch
        {
            "AUTH LOGIN" or "bWU=" => "334 Go on",
            _ when command.StartsWith("AUTH PLAIN ", StringComparison.Ordinal) || command == "aHVudGVyMjI=" => $"535-5.7.8 What is this:\r\n535 5.7.8 {shown}",
            _ => "",
        })
        { Offer = offer };
        string told = await Mail(server.Server, o => o with { Login = new("me", "hunter22") });
        Assert.Contains("DS674: the mail server does not let in `me`: it says `535 5.7.8`; nothing was mailed", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_to_the_message_shows_no_address_even_where_it_is_cut()
    {
        string words = string.Concat(Enumerable.Repeat("no word ", 35));
        using var server = new ScriptedServer((command, _) => command == "." ? $"554 5.7.1 {words} <reader1@host.example>, bounces+reader2=host.example@list.example" : "");
        string told = await Mail(server.Server);
        Assert.Contains("DS676", told, StringComparison.Ordinal);
        Assert.DoesNotContain("reader", told.Replace("readers", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_to_a_message_may_take_longer_than_any_other()
    {
        using var server = new ScriptedServer((command, _) =>
        {
            Thread.Sleep(command == "." ? 4000 : 0);
            return "";
        });
        Assert.Equal("", await Mail(server.Server, o => o with { Patience = new(TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(1)) }));
        Assert.Equal(new Patience(TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10)), Patience.Of(null));
        Assert.Equal(new Patience(TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(7)), Patience.Of(7));
    }

    // All that was told, which is printed on the console too.
    private async Task<string> Mail(SmtpServer? server, Func<MailOrder, MailOrder>? change = null)
    {
        MailOrder order = Order(server);
        var told = new DiagnosticBag();
        var options = new BuildOptions { Content = Path.Combine(_site.Root, "content"), Templates = Path.Combine(_site.Root, "templates"), Generator = "DigestSite test" };
        await new MailRun(options, change?.Invoke(order) ?? order, told, new Report(quiet: true), QuickClock.At("2025-11-20")).Run(TestContext.Current.CancellationToken);
        return string.Concat(told.InOrder().Select(d => d + "\n")).Replace(_site.Root + "/", "", StringComparison.Ordinal);
    }

    private MailOrder Order(SmtpServer? server) =>
        new() { RecipientsFile = Path.Combine(_site.Root, "readers.txt"), List = "readers", Smtp = server, AllowsPlainText = true, Patience = Patience.Of(20) };

    private void List(int readers) => _site["readers.txt"] = string.Concat(Enumerable.Range(1, readers).Select(n => Reader(n) + "\n"));

    private static string Reader(int number) => string.Create(CultureInfo.InvariantCulture, $"reader{number}@host.example");
}
