using System.Runtime.InteropServices;

namespace DigestSite.Publishing;

/// <summary>The two calls of Linux that .NET does not offer. Where one is refused: <see cref="PlatformNotSupportedException"/>.</summary>
internal static partial class LinuxCalls
{
    // linux/fcntl.h
    private const int CurrentDirectory = -100;
    private const uint ExchangeFlag = 2;

    /// <summary>A second name for a file; of a symbolic link, for the link itself.</summary>
    public static void Link(string from, string to)
    {
        if (!OperatingSystem.IsLinux() || NativeLink(from, to) != 0)
        {
            throw Refused("link");
        }
    }

    /// <summary>Swaps two folders of one file system in one step.</summary>
    public static void Exchange(string left, string right)
    {
        if (!OperatingSystem.IsLinux() || NativeExchange(left, right) != 0)
        {
            throw Refused("renameat2");
        }
    }

    private static long NativeExchange(string left, string right)
    {
        try
        {
            return NativeRename(CurrentDirectory, left, CurrentDirectory, right, ExchangeFlag);
        }
        catch (EntryPointNotFoundException)
        {
            // C libraries older than the kernel: glibc before 2.28, musl.
            return NativeSystemCall(RenameNumber(), CurrentDirectory, left, CurrentDirectory, right, ExchangeFlag);
        }
    }

    // The number of renameat2: asm/unistd_64.h, and asm-generic/unistd.h for the newer machines.
    private static long RenameNumber() => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 316,
        Architecture.Arm64 or Architecture.RiscV64 or Architecture.LoongArch64 => 276,
        _ => throw Refused("renameat2"),
    };

    private static PlatformNotSupportedException Refused(string call) => new($"{call}: {Marshal.GetLastPInvokeErrorMessage()}");

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NativeLink(string from, string to);

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NativeRename(int fromFolder, string from, int toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial long NativeSystemCall(long number, long fromFolder, string from, long toFolder, string to, ulong flags);
}
