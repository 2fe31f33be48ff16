namespace DigestSite.Benchmarks;

/// <summary>A fixed sequence of numbers (Knuth's MMIX linear congruential generator): a corpus must not change between runs.</summary>
internal sealed class Sequence(ulong seed)
{
    private ulong _state = seed;

    public int Next(int below)
    {
        _state = unchecked((_state * 6364136223846793005UL) + 1442695040888963407UL);
        return (int)((_state >> 33) % (ulong)below);
    }
}
