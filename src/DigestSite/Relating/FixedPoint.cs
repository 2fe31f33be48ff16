using System.Numerics;

namespace DigestSite.Relating;

/// <summary>Logarithms in whole numbers: those of floating point differ in the last bit from one machine to another.</summary>
internal static class FixedPoint
{
    /// <summary>How many bits of a fixed number stand behind the point.</summary>
    public const int Bits = 16;

    public const int One = 1 << Bits;

    /// <summary>The logarithm to base 2 of a whole number from 1 on, in units of 1/65,536, rounded down.</summary>
    public static int Log2(int number)
    {
        int whole = BitOperations.Log2((uint)number);

        // Squaring a number between 1 and 2 doubles its logarithm: each time it passes 2, one more bit is set.
        ulong rest = (ulong)number << (31 - whole);
        int log = whole;
        for (int bit = 0; bit < Bits; bit++)
        {
            rest = (rest * rest) >> 31;
            log <<= 1;
            if (rest >> 32 != 0)
            {
                rest >>= 1;
                log |= 1;
            }
        }

        return log;
    }
}
