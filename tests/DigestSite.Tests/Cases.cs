using System.Globalization;
using FsCheck;
using Microsoft.FSharp.Core;

namespace DigestSite.Tests;

/// <summary>How many random cases a law is tried with, and which.</summary>
/// <remarks>
/// The same ones in every run, so that a change that has nothing to do with a fault is not held up by it. To look for faults, set
/// <c>DIGEST_CASES</c> to a factor, such as 100: that many times the cases, other ones each time; a failure prints how to replay it.
/// </remarks>
internal static class Cases
{
    private static readonly int? Factor =
        int.TryParse(Environment.GetEnvironmentVariable("DIGEST_CASES"), NumberStyles.None, CultureInfo.InvariantCulture, out int factor) ? factor : null;

    public static Config Of(int count)
    {
        Config cases = Config.QuickThrowOnFailure.WithMaxTest(count * (Factor ?? 1));
        return Factor is null ? cases.WithReplay(new Replay(new Rnd(2025), FSharpOption<int>.None)) : cases;
    }
}
