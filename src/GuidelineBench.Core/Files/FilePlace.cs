using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace GuidelineBench.Core.Files;

/// <summary>Where a path leads when all its links are followed.</summary>
/// <param name="Path">Full path, its folders without links where they exist.</param>
/// <param name="Status">What is there; null: nothing.</param>
/// <param name="Descriptor">The open file of this process that it stands for, as /dev/stdout and /dev/fd/3 do; null for others.</param>
internal sealed partial record FilePlace(string Path, FileStatus? Status, int? Descriptor)
{
    /// <summary>As many as Linux follows.</summary>
    private const int MostLinks = 40;

    private const int LongestPath = 4096;

    /// <summary>Whether it is read and written as it flows: it has no content that could be replaced.</summary>
    public bool IsStream => Descriptor is not null || Status?.Kind is FileKind.Pipe or FileKind.CharacterDevice;

    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static FilePlace Of(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
        {
            string target = new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;
            return new FilePlace(target, FileStatus.Of(target), null);
        }

        for (int links = 0; links < MostLinks; links++)
        {
            // A link's own text can go up from a folder that is a link itself; only the system resolves that rightly.
            if (Folder(System.IO.Path.GetDirectoryName(path)) is not { } folder)
                return new FilePlace(path, FileStatus.Of(path), null);
            string name = System.IO.Path.GetFileName(path);
            path = System.IO.Path.Combine(folder, name);
            if (IsOpenFiles(folder) && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int descriptor))
                return new FilePlace(path, FileStatus.Of(path), descriptor);
            // Another process's open pipe is shown as a link to no path.
            if (name is "" or "." or ".." || new FileInfo(path).LinkTarget is not { } link || (folder.StartsWith("/proc/", StringComparison.Ordinal) && !System.IO.Path.IsPathRooted(link)))
                return new FilePlace(path, FileStatus.Of(path), null);
            path = System.IO.Path.Combine(folder, link);
        }

        throw new IOException("its links lead in a circle");
    }

    /// <summary>For a stream: to be read or written from where it stands.</summary>
    /// <exception cref="IOException">The system refuses it.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission.</exception>
    public Stream OpenStream(FileAccess access)
    {
        if (Descriptor is { } descriptor)
            return DescriptorStream.Of(descriptor);
        return OperatingSystem.IsWindows()
            ? new FileStream(Path, FileMode.Open, access, FileShare.ReadWrite)
            : new DescriptorStream(File.OpenHandle(Path, FileMode.Open, access, FileShare.ReadWrite));
    }

    private static bool IsOpenFiles(string folder) => OperatingSystem.IsLinux()
        ? folder.StartsWith(FormattableString.Invariant($"/proc/{Environment.ProcessId}/"), StringComparison.Ordinal) && System.IO.Path.GetFileName(folder) == "fd"
        : folder == "/dev/fd";

    /// <returns>Its path without links; null where there is no such folder.</returns>
    private static string? Folder(string? path)
    {
        byte[] resolved = new byte[LongestPath];
        return path is null || Resolve(path, resolved) == 0 ? null : Encoding.UTF8.GetString(resolved.AsSpan(0, Array.IndexOf(resolved, (byte)0)));
    }

    [LibraryImport("libc", EntryPoint = "realpath", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Resolve(string path, Span<byte> resolved);
}

/// <summary>What lies at a path.</summary>
public enum FileKind
{
    Regular,
    Folder,

    /// <summary>A pipe with a name or without one.</summary>
    Pipe,

    CharacterDevice,
    BlockDevice,
    Socket,
}
