using DigestSite.Curation;
using DigestSite.Diagnostics;
using DigestSite.Dumps;
using DigestSite.Papers;
using DigestSite.Papers.Permanence;
using DigestSite.Scaffolding;

namespace DigestSite.Collecting;

/// <summary>
/// One run of collecting: says what to ask, judges each answer, builds the site with those that are good, and writes all of it or nothing.
/// Whoever has the network asks, one after the other: <c>foreach (Wanted w in collection.Due()) collection.Take(w, Ask(w));</c>
/// </summary>
internal sealed class Collection
{
    // A host that gives no answer so often in a row is left alone until the next run.
    private const int MostFailures = 3;

    // Weekdays; after them what was told as a warning each day is an error.
    private const int LongestOpen = 5;

    private readonly BuildOptions _options;
    private readonly DiagnosticBag _diagnostics;
    private readonly CollectedState _state;
    private readonly CollectionPlan _plan;
    private readonly Judgment _judgment;
    private readonly DateOnly _today;
    private readonly List<Judged> _judged = [];
    private readonly List<Wanted> _notAsked = [];
    private readonly Dictionary<string, int> _failures = new(StringComparer.Ordinal);
    private string? _over;
    private HashSet<ArxivId>? _unknown;

    private Collection(BuildOptions options, Content content, CollectedState state, DateOnly? since, DateOnly today, DiagnosticBag diagnostics)
    {
        (_options, _diagnostics, _state, _today, Settings, Sources) = (options, diagnostics, state, today, content.Settings, content.Sources!);
        _plan = new(Sources, state, f => File.Exists(PathOf(f)), since, today);
        _judgment = new(FileOf, f => _judged.Exists(j => j.IsKept && j.Wanted.File == f));
    }

    public SiteSettings Settings { get; }

    public Sources Sources { get; }

    /// <summary>Null when nothing can be collected, which has then been reported.</summary>
    /// <param name="since">Where to begin instead of the days that sources.yml gives.</param>
    /// <param name="today">UTC, by which sources count their days.</param>
    public static Collection? Begin(BuildOptions options, DateOnly? since, DateOnly today, DiagnosticBag diagnostics)
    {
        if (ContentLoader.Load(ContentFiles.Read(options.Content, diagnostics), diagnostics) is not { } content)
        {
            return null;
        }

        string folder = options.Content.Replace('\\', '/').TrimEnd('/');
        if (content.Sources is null)
        {
            diagnostics.Add(Catalog.NoSources.At(SourceSpan.File($"{folder}/sources.yml")));
            return null;
        }

        string path = Path.Combine(options.Content, CollectedState.Name);
        CollectedState? state = !File.Exists(path) ? CollectedState.Empty
            : InputFile.Read(path, $"{folder}/{CollectedState.Name}", diagnostics) is { } bytes
                && Utf8Text.Decode(bytes, $"{folder}/{CollectedState.Name}", diagnostics) is { } source
                && LineScreening.IsMerged(source, diagnostics) ? CollectedState.Read(source, diagnostics)
            : null;
        return state is null ? null : new(options, content, state, since, today, diagnostics);
    }

    /// <summary>What is to be asked, one at a time: what comes last depends on what was answered first.</summary>
    public IEnumerable<Wanted> Due() =>
        _plan.Due().Where(CanBeAsked).Concat(Enumerable.Range(0, Sources.Arxiv is { Papers: true } ? 1 : 0).SelectMany(_ => _plan.DueIds(Unknown()).Where(CanBeAsked)));

    /// <summary>What would be asked, as far as that is known before anything is.</summary>
    public IEnumerable<Wanted> Foreseen() => _plan.Due();

    /// <summary>Judges an answer.</summary>
    public Judged Take(Wanted wanted, Answer answer)
    {
        Judged judged = _judgment.Of(wanted, answer);
        string host = wanted.Address.Authority;
        _failures[host] = answer.WantsRest ? MostFailures : judged.Verdict == Verdict.NotAnswered ? _failures.GetValueOrDefault(host) + 1 : 0;
        if (judged.Refutes is { } file && _judged.FindIndex(j => j.IsKept && j.Wanted.File == file) is >= 0 and int refuted)
        {
            _judged[refuted] = Noted(_judged[refuted] with { Verdict = Verdict.NotKept, Reason = $"it has the papers of {Routes.Iso(wanted.Day!.Value)} once more" });
        }

        _judged.Add(Noted(judged));
        return _judged[^1];
    }

    // Tells what is to be told of it. What is not kept needs no room.
    private Judged Noted(Judged judged)
    {
        if (Told(judged) is { } told)
        {
            _diagnostics.Add(told);
        }

        if (judged.Verdict is Verdict.NotAnswered or Verdict.NotKept
            && _state.Asked.GetValueOrDefault(judged.Wanted.Address.AbsoluteUri) is { IsSettled: false, WasEmpty: false } open
            && Weekdays.Between(open.Asked, _today) is >= LongestOpen and int weekdays)
        {
            _diagnostics.Add(Catalog.LongOpen.At(judged.Wanted.Span, judged.Wanted.File, Routes.Iso(open.Asked), weekdays, judged.Wanted.Address.AbsoluteUri));
        }

        return judged.IsKept ? judged : judged with { Answer = judged.Answer with { Bytes = null }, Dump = null };
    }

    /// <summary>Lets nothing more be asked.</summary>
    /// <param name="because">Such as <c>the time was over</c>.</param>
    public void Stop(string because) => _over ??= because;

    /// <summary>Builds the site with what was collected and writes that, the ledger and what the next run has to know. Null when nothing could be written, which has then been reported.</summary>
    public CollectionOutcome? Finish(Action<string>? progress = null)
    {
        foreach (IGrouping<SourceSpan, Wanted> waiting in _notAsked.GroupBy(w => w.Span))
        {
            int count = waiting.Count();
            _diagnostics.Add(Catalog.NotAllAsked.At(waiting.Key, count == 1 ? "1 address was" : FormattableString.Invariant($"{count} addresses were"), _over ?? "too many before them got no answer"));
        }

        var built = CollectedBuild.Of([.. _judged.Where(j => j.IsKept)], some => Build(some, progress));
        foreach (Diagnostic told in built.Found.InOrder())
        {
            _diagnostics.Add(told);
        }

        foreach ((Judged answer, Diagnostic because) in built.Failed)
        {
            _diagnostics.Add(Catalog.DoesNotBuild.At(answer.Wanted.Span, answer.Wanted.File, because.Span.FileName, because.Id, because.Message, because.WayOut));
        }

        if (built.Site is not { Compiled: { } compiled, Recorded: { } recorded })
        {
            return null;
        }

        Staleness.Report(Sources, compiled, FileOf, built.Kept, _options.Content, _today, _diagnostics);
        CollectedState next = _state.After(_judged, [.. built.Failed.Select(f => f.Answer)], _notAsked, _unknown, _today);
        // A run that is killed between the two leaves a day open, and not settled.
        NewFile[] files = [.. next.Print() != _state.Print() ? [NewFile.OfText(CollectedState.Name, next.Print())] : (NewFile[])[], .. built.Kept.Select(j => new NewFile(j.Wanted.File, j.Answer.Bytes))];
        string difference = Recording.Difference(compiled.Ledger, recorded);
        bool isWritten = FileSwap.Write(_options.Content, files, _diagnostics, () => difference.Length == 0 || LedgerWriting.Write(_options, recorded, _diagnostics));
        return !isWritten ? null : new(_judged, built, _notAsked.Count, compiled, difference, _today);
    }

    private (BuiltSite Site, DiagnosticBag Found) Build(IReadOnlyList<Judged> answers, Action<string>? progress)
    {
        var found = new DiagnosticBag(_diagnostics.IsStrict);
        return (new SiteBuilder(With(answers), found, progress) { IsRecording = true }.Build(), found);
    }

    private BuildOptions With(IReadOnlyList<Judged> answers) => _options with
    {
        ExtraDumps = [.. answers.Select(j => new ExtraDump(j.Wanted.Name, PathOf(j.Wanted.File).Replace('\\', '/'), j.Answer.Bytes!, IsMetadata: j.Wanted.File.StartsWith(CapturedFiles.MetadataFolder, StringComparison.Ordinal)))],
    };

    // Papers with an id that no metadata is of, those among them that have just been collected.
    private HashSet<ArxivId> Unknown() => _unknown ??=
    [
        .. (new SiteBuilder(With([.. _judged.Where(j => j.IsKept)]), new DiagnosticBag()).Compile()?.Papers ?? [])
            .Where(p => p.Edited?.HiddenBecause is null && !p.Paper.Metadata.Any(m => m.Dump.Format == DumpFormat.Arxiv))
            .Select(p => p.Paper.Arxiv)
            .OfType<ArxivId>(),
    ];

    private bool CanBeAsked(Wanted wanted)
    {
        if (_over is null && _failures.GetValueOrDefault(wanted.Address.Authority) < MostFailures)
        {
            return true;
        }

        _notAsked.Add(wanted);
        return false;
    }

    private static Diagnostic? Told(Judged judged)
    {
        (Wanted wanted, string? reason) = (judged.Wanted, judged.Reason);
        return judged.Verdict switch
        {
            Verdict.Refused => Catalog.Refused.At(wanted.Span, wanted.File, reason, wanted.Address.AbsoluteUri),
            Verdict.NotAnswered => Catalog.NotAnswered.At(wanted.Span, wanted.File, reason),
            Verdict.NotKept => Catalog.AnswerNotKept.At(wanted.Span, wanted.File, reason, wanted.Address.AbsoluteUri),
            Verdict.Worse => Catalog.WorseAnswer.At(wanted.Span, wanted.File, reason),
            _ when judged.IsWhole && wanted.Ids.Count == 0 && judged.Total > judged.Held => Catalog.FullAnswer.At(wanted.Span, wanted.File, judged.Held, judged.Total),
            _ => null,
        };
    }

    private string PathOf(string file) => Path.Combine(_options.Content, file);

    // Also what has just been collected and is not written yet.
    private byte[]? FileOf(string file) =>
        _judged.Find(j => j.IsKept && j.Wanted.File == file)?.Answer.Bytes
        ?? (File.Exists(PathOf(file)) ? InputFile.Read(PathOf(file), file, new DiagnosticBag()) : null);
}
