using System.Numerics;
using System.Runtime.InteropServices;

namespace DigestSite.Links;

/// <summary>The addresses of a site with the number of the file at each, looked up by spans: once for every link there is.</summary>
/// <remarks>
/// A hash table with open addressing. The framework's dictionaries do the same, but their code for spans is compiled while the program runs
/// and is slow for the first second, which is all that most builds take.
/// </remarks>
/// <param name="capacity">At least as many as will be added.</param>
internal sealed class AddressTable(int capacity)
{
    private readonly string?[] _addresses = new string?[BitOperations.RoundUpToPowerOf2((uint)(2 * capacity) + 1)];
    private readonly int[] _files = new int[BitOperations.RoundUpToPowerOf2((uint)(2 * capacity) + 1)];

    /// <summary>All of them, in no order.</summary>
    public IEnumerable<string> Addresses => _addresses.OfType<string>();

    /// <summary>Adds an address; the first file of several with the same one stays.</summary>
    public void Add(string address, int file)
    {
        int slot = SlotOf(address);
        if (_addresses[slot] is null)
        {
            (_addresses[slot], _files[slot]) = (address, file);
        }
    }

    public bool TryFind(ReadOnlySpan<char> address, out int file)
    {
        int slot = SlotOf(address);
        file = _files[slot];
        return _addresses[slot] is not null;
    }

    // Where the address is, or where it would be.
    private int SlotOf(ReadOnlySpan<char> address)
    {
        int mask = _addresses.Length - 1;
        int slot = (int)Hash(address) & mask;
        while (_addresses[slot] is { } taken && !address.SequenceEqual(taken))
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    // As FNV-1a, but over four UTF-16 units at a time. Titles chosen to collide would make a build slower, and nothing worse.
    private static uint Hash(ReadOnlySpan<char> address)
    {
        const ulong Prime = 0x9E3779B97F4A7C15;
        ulong hash = Prime ^ (uint)address.Length;
        foreach (ulong four in MemoryMarshal.Cast<char, ulong>(address))
        {
            hash = BitOperations.RotateLeft((hash ^ four) * Prime, 29);
        }

        foreach (char c in address[(address.Length & ~3)..])
        {
            hash = (hash ^ c) * Prime;
        }

        // The last letters have to reach the bits that are used.
        return (uint)(((hash ^ (hash >> 32)) * Prime) >> 32);
    }
}
