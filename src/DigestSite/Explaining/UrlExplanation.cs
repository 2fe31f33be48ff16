using System.Text;
using DigestSite.Diagnostics;
using DigestSite.Papers.Permanence;

namespace DigestSite.Explaining;

/// <summary>What stands at an address and which files made it.</summary>
internal static class UrlExplanation
{
    /// <summary>Null when the site has no such address and never had one.</summary>
    /// <param name="text">A URL or a path.</param>
    public static string? Of(BuiltSite site, string text)
    {
        if (SiteAddress.Find(site, text) is not { } path)
        {
            return null;
        }

        CompiledContent compiled = site.Compiled!;
        var account = new Account();
        account.Plain(compiled.Site.Settings.BaseUrl.Absolute(path));
        if (site.Files.FirstOrDefault(f => f.Path == path) is { } file)
        {
            UrlSources sources = UrlSources.Of(compiled, file);
            account.Line($"Kind       {sources.Kind}");
            AppendTemplate(account, site, sources);
            account.Line($"Bytes      {file.Length}, written to {path.FilePath}");
            account.Plain("Made from");
            foreach (string source in sources.Files.Concat(Others(compiled, file, sources)).Distinct(StringComparer.Ordinal))
            {
                account.Line($"  - {source}");
            }

            account.Line($"Sitemap    {(IsInSitemap(site, path) ? "listed" : "not listed")}");
        }
        else
        {
            account.Plain("Kind       nothing: this build makes no file here");
        }

        account.Line($"Ledger     {State(compiled, path)}");
        return account.ToString();
    }

    /// <summary>What was probably meant by an address that the site does not have.</summary>
    public static string Nearest(BuiltSite site, string text)
    {
        BaseUrl baseUrl = site.Compiled!.Site.Settings.BaseUrl;
        string shown = SiteAddress.Shown(baseUrl, text);
        if (shown == text && text.Contains("://", StringComparison.Ordinal))
        {
            return $"this site's addresses begin with {baseUrl}";
        }

        // Thousands of addresses are slow to compare: those of the same folder are near enough.
        int slash = shown.IndexOf('/', StringComparison.Ordinal);
        string folder = slash < 0 ? "" : shown[..(slash + 1)];
        string[] all = [.. site.Files.Select(f => f.Path.ToString() is { Length: > 0 } path ? path : "/")];
        string[] beside = [.. all.Where(p => p.StartsWith(folder, StringComparison.Ordinal) && (folder.Length > 0 || p.TrimEnd('/').IndexOf('/', StringComparison.Ordinal) < 0))];
        return Spelling.DidYouMean(shown, beside.Length > 0 ? beside : all);
    }

    private static void AppendTemplate(Account account, BuiltSite site, UrlSources sources)
    {
        if (sources.Template is { } template && site.Templates is { } templates)
        {
            string[] used = [.. templates.TextsOf(template).Select(t => t.Name)];
            account.Line($"Template   {used[0]}{(used.Length > 1 ? ", with" : "")}");
            foreach (string partial in used.Skip(1))
            {
                account.Line($"  - {partial}");
            }
        }
    }

    // The template has its own line, a file named with its line needs no second mention, and papers.yml is named where it says something.
    private static IEnumerable<string> Others(CompiledContent compiled, OutputFile file, UrlSources sources) =>
        file.Texts().Except(compiled.Site.Texts.Papers).Select(t => t.Name)
            .Prepend(file.Source)
            .Where(s => !s.EndsWith(".hbs", StringComparison.Ordinal) && !sources.Files.Any(f => ("/" + f).Contains($"/{s}:", StringComparison.Ordinal)));

    private static bool IsInSitemap(BuiltSite site, SitePath path)
    {
        byte[] entry = Encoding.UTF8.GetBytes($"<loc>{site.Compiled!.Site.Settings.BaseUrl.Absolute(path)}</loc>");
        return site.Files
            .Where(f => f.Path.ToString().StartsWith("sitemap", StringComparison.Ordinal))
            .Any(f => f.Bytes.Span.IndexOf(entry) >= 0);
    }

    private static string State(CompiledContent compiled, SitePath path)
    {
        if (compiled.Ledger.Urls.TryGetValue(path, out RecordedUrl? url))
        {
            string state = url.State switch
            {
                UrlState.Live => "live",
                UrlState.Redirect => $"redirects to /{url.Target}",
                _ => "retired",
            };
            return $"{state}  [{Account.Place(url.Span)}]";
        }

        foreach (RecordedPaper paper in compiled.Ledger.Papers.Values.Where(p => Routes.Paper(p.Slug) == path || Routes.ApiPaper(p.Slug) == path))
        {
            return $"recorded with its paper, first listed {Routes.Iso(paper.FirstListed)}  [{Account.Place(paper.Span)}]";
        }

        RecordedPaper? archived = compiled.Ledger.Papers.Values.Where(p => p.ArchivedIn is { } number && Routes.FeedArchive(number) == path).MinBy(p => p.Span.Line);
        return archived is not null ? $"recorded with its papers, the first of them {archived.Slug}  [{Account.Place(archived.Span)}]"
            : Recording.IsLasting(path) ? "not recorded yet: `digest record` adds it"
            : "not recorded: nothing depends on it for long";
    }
}
