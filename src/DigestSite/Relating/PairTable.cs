namespace DigestSite.Relating;

/// <summary>Numbers pairs of words in the order they come. Most of an archive's pairs stand in one paper only, hundreds of thousands of them: flat arrays hold them without an object each.</summary>
internal sealed class PairTable
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong[] _keys = new ulong[1 << 12];
    private int[] _numbers = new int[1 << 12];
    private int _bits = 12;

    public int Count { get; private set; }

    /// <summary>The number of a pair, from 0.</summary>
    public int Add(int first, int second)
    {
        // No key is 0, which marks an empty place.
        ulong key = (((ulong)(uint)first << 32) | (uint)second) + 1;
        int place = Place(_keys, _bits, key);
        if (_keys[place] == key)
        {
            return _numbers[place];
        }

        _keys[place] = key;
        _numbers[place] = Count;
        if (++Count * 2 > _keys.Length)
        {
            Grow();
        }

        return Count - 1;
    }

    private static int Place(ulong[] keys, int bits, ulong key)
    {
        int place = (int)((key * Golden) >> (64 - bits));
        while (keys[place] != 0 && keys[place] != key)
        {
            place = (place + 1) & (keys.Length - 1);
        }

        return place;
    }

    private void Grow()
    {
        int bits = _bits + 2;
        var keys = new ulong[1 << bits];
        var numbers = new int[1 << bits];
        for (int i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] != 0)
            {
                int place = Place(keys, bits, _keys[i]);
                keys[place] = _keys[i];
                numbers[place] = _numbers[i];
            }
        }

        (_keys, _numbers, _bits) = (keys, numbers, bits);
    }
}
