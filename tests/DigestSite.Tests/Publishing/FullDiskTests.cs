using DigestSite.Tests.Collecting;
using DigestSite.Tests.Sites;

namespace DigestSite.Tests.Publishing;

/// <summary>A small file system of its own, filled until the new site does not fit beside the old one.</summary>
public sealed class FullDiskTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("digest-full-disk-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_full_disk_leaves_the_old_site_and_the_next_build_with_room_publishes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Mounts("true").ExitCode == 0, "no file system may be mounted here");
        using var sites = new TwoSites(Path.Combine(_folder, "site"));
        sites.Write(isSecond: false);
        string second = Path.Combine(_folder, "second");
        SiteFolder.Copy(sites.Root, second);
        File.WriteAllText(Path.Combine(second, "content/site.yml"), File.ReadAllText(Path.Combine(second, "content/site.yml")).Replace("Tiny digest", "Other digest", StringComparison.Ordinal));

        // In a name space of its own, so that the mount ends with the script.
        (int exitCode, string output) = Mounts($$"""
            digest() { dotnet exec '{{Path.Combine(AppContext.BaseDirectory, "digest.dll")}}' "$@"; }
            state() { (cd disk/site && find . -type f -exec sha256sum {} + | sort | sha256sum); }
            (cd '{{sites.Root}}' && digest build --quiet --output "$PWD_OF/disk/site") || exit 3
            before=$(state)
            for room in 0 8 64 128 200; do
              rm -f disk/filler
              free=$(df --output=avail --block-size=1K disk | tail -1)
              dd if=/dev/zero of=disk/filler bs=1K count=$((free - room)) status=none
              (cd second && digest build --quiet --output "$PWD_OF/disk/site") && exit 4
              [ "$before" = "$(state)" ] || exit 5
              [ "$(ls -A disk | grep -v lock | sort | tr '\n' ' ')" = "filler site " ] || exit 6
              echo "room for $room kB: as it was"
            done
            rm disk/filler
            (cd second && digest build --quiet --output "$PWD_OF/disk/site") || exit 7
            [ "$before" != "$(state)" ] || exit 8
            """);
        Assert.True(exitCode == 0, $"{exitCode}: {output}");
        Assert.Equal(5, output.Split("error DS607").Length - 1);
        Assert.Contains("is left as it was", output, StringComparison.Ordinal);
    }

    private (int ExitCode, string Output) Mounts(string script)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "disk"));
        string file = Path.Combine(_folder, "script");
        File.WriteAllText(file, "export PWD_OF=$PWD\nmount -t tmpfs -o size=6m none disk || exit 2\n" + script);
        return Workflow.Bash(_folder, $"if unshare --mount true 2>/dev/null; then exec unshare --mount bash {file}; else exec unshare --user --map-root-user --mount bash {file}; fi", new Dictionary<string, string>(StringComparer.Ordinal));
    }
}
