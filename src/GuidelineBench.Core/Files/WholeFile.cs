using System.Runtime.InteropServices;

namespace GuidelineBench.Core.Files;

/// <summary>Replaces regular files whole or not at all: under a temporary name in the same folder, flushed to disk, then renamed.</summary>
public static partial class WholeFile
{
    private const string TemporaryExtension = ".tmp";

    /// <summary>
    /// Removes what processes left that were killed while they wrote the file. For a caller who knows that nobody is
    /// writing it.
    /// </summary>
    /// <exception cref="IOException">A leftover cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">A leftover cannot be removed.</exception>
    public static void RemoveLeftovers(string path)
    {
        foreach (string leftover in Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(path))!, $"{Path.GetFileName(path)}.*{TemporaryExtension}"))
            File.Delete(leftover);
    }

    /// <summary>Makes the temporary file and removes it again.</summary>
    internal static void Try(string path, ReadOnlySpan<byte> content)
    {
        string temporary = Temporary(path);
        try
        {
            using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <param name="replaced">What is there now; its permissions are kept, and its owner where the system allows that.</param>
    internal static void Write<T>(string path, FileStatus? replaced, T content, Action<Stream, T> write)
        where T : allows ref struct
    {
        string temporary = Temporary(path);
        try
        {
            using (FileStream stream = Create(temporary, replaced))
            {
                write(stream, content);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static string Temporary(string path) => FormattableString.Invariant($"{path}.{Environment.ProcessId}{TemporaryExtension}");

    /// <summary>Readable for nobody who may not read what it replaces, from its first byte on.</summary>
    private static FileStream Create(string temporary, FileStatus? replaced)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (OperatingSystem.IsWindows() || replaced is null)
            return new FileStream(temporary, options);
        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var stream = new FileStream(temporary, options);
        try
        {
            // Only root may give files away; what others write is theirs.
            if (FileStatus.Of(temporary) is { } made && (made.Owner, made.Group) != (replaced.Owner, replaced.Group))
                _ = ChangeOwner(temporary, replaced.Owner, replaced.Group);
            File.SetUnixFileMode(temporary, replaced.Mode);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint owner, uint group);
}
