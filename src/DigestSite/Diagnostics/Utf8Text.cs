using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace DigestSite.Diagnostics;

/// <summary>Bytes that have to be UTF-8.</summary>
internal static class Utf8Text
{
    /// <summary>The bytes as text without byte order mark, or null when they are not UTF-8, which has then been reported.</summary>
    /// <param name="name">The file's name in messages.</param>
    public static SourceText? Decode(ReadOnlySpan<byte> bytes, string name, DiagnosticBag diagnostics)
    {
        // Text opens with no NUL: one of two bytes being one is half of a UTF-16 unit.
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, not 0, ..] or [not 0, 0, ..])
        {
            diagnostics.Add(Catalog.NotUtf8.At(SourceSpan.File(name), "it is UTF-16"));
            return null;
        }

        ReadOnlySpan<byte> content = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var file = new SourceText(name, Encoding.UTF8.GetString(content));
        if (Utf8.IsValid(content))
        {
            return file;
        }

        int invalid = FirstInvalid(content);
        int offset = Encoding.UTF8.GetCharCount(content[..invalid]);
        diagnostics.Add(Catalog.NotUtf8.At(file.AtOffset(offset, 1), WhatStands(content[invalid])));
        return null;
    }

    // Most files that are not UTF-8 were written as Latin-1, whose letters lie from A0 on.
    private static string WhatStands(byte value) => value >= 0xA0
        ? string.Create(CultureInfo.InvariantCulture, $"the byte {value:X2} stands where no such byte can (in Latin-1 it is `{(char)value}`)")
        : string.Create(CultureInfo.InvariantCulture, $"the byte {value:X2} stands where no such byte can");

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        int index = 0;
        while (Rune.DecodeFromUtf8(bytes[index..], out _, out int consumed) == System.Buffers.OperationStatus.Done)
        {
            index += consumed;
        }

        return index;
    }
}
