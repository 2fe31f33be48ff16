using System.Security.Cryptography;

namespace DigestSite.Searching;

/// <summary>What the list of blocks tells of a file.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Hash">Of its bytes: the first four of their SHA-256, in hexadecimal.</param>
internal sealed record BlockFacts(int Length, string Hash);

/// <summary>A file of a block of papers. What the list tells of it is noted when it is made; its bytes are not held on to.</summary>
internal sealed class BlockFile(Func<ReadOnlyMemory<byte>> make)
{
    private BlockFacts? _facts;

    public BlockFacts Facts
    {
        get
        {
            if (_facts is null)
            {
                Make();
            }

            return _facts!;
        }
    }

    public ReadOnlyMemory<byte> Make()
    {
        ReadOnlyMemory<byte> made = make();
        _facts = new(made.Length, Convert.ToHexStringLower(SHA256.HashData(made.Span).AsSpan(0, 4)));
        return made;
    }
}
