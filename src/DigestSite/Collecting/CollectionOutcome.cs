namespace DigestSite.Collecting;

/// <summary>What a run of collecting came to; it has been written.</summary>
/// <param name="Judged">Every answer, in the order that they were asked for.</param>
/// <param name="NotAsked">How many addresses were due and were not asked.</param>
/// <param name="Compiled">The site with what is new; its ledger is that of before.</param>
/// <param name="Difference">What the ledger has learned; empty when nothing.</param>
internal sealed record CollectionOutcome(IReadOnlyList<Judged> Judged, CollectedBuild Build, int NotAsked, CompiledContent Compiled, string Difference, DateOnly Today);
