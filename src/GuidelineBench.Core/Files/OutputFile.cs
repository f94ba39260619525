using System.Runtime.InteropServices;

namespace GuidelineBench.Core.Files;

/// <summary>
/// The one place that decides how a path is written. Links are followed and stay. A regular file is replaced whole, or
/// made; pipes, character devices and open files of this process (/dev/stdout, /dev/fd/3) are written to; whatever else is
/// there is refused.
/// </summary>
public static partial class OutputFile
{
    private const int ForWriting = 2;

    /// <summary>Larger than what a full disk still takes into a file's own entry.</summary>
    private const int ProbeBytes = 4096;

    /// <summary>Tries whether the path can be written, and leaves all as it was: for work that is not worth doing otherwise.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    public static void RefuseUnwritable(string path) => Guard(() =>
    {
        FilePlace place = PlaceOf(path);
        if (place.Descriptor is { } descriptor)
            DescriptorStream.Of(descriptor).RefuseReadOnly();
        else if (place.IsStream)
            RefuseForbidden(place.Path);
        else if (place.Status is { IsMounted: true })
            new FileStream(place.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite).Dispose();
        else
            WholeFile.Try(place.Path, new byte[ProbeBytes]);
    });

    /// <returns>The file that would be replaced or made, without links; null for a stream.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static string? Replaced(string path)
    {
        FilePlace place = PlaceOf(path);
        return place.IsStream ? null : place.Path;
    }

    /// <exception cref="IOException">
    /// It cannot be written (no such folder, no permission, no space); a file that was there before is unchanged and
    /// nothing is left behind.
    /// </exception>
    public static void Write(string path, ReadOnlySpan<byte> content) =>
        Write(path, content, static (stream, bytes) => stream.Write(bytes));

    /// <summary>For content that is larger than memory should hold at once.</summary>
    /// <param name="content">What <paramref name="write"/> needs to write it.</param>
    /// <inheritdoc cref="Write(string,ReadOnlySpan{byte})"/>
    public static void Write<T>(string path, T content, Action<Stream, T> write)
        where T : allows ref struct
    {
        try
        {
            FilePlace place = PlaceOf(path);
            if (place.IsStream)
            {
                using Stream stream = place.OpenStream(FileAccess.Write);
                write(stream, content);
            }
            else if (place.Status is { IsMounted: true })
            {
                // Nothing can take the place of what is mounted: a file that a container was given.
                using var stream = new FileStream(place.Path, FileMode.Truncate, FileAccess.Write, FileShare.Read);
                write(stream, content);
                stream.Flush(flushToDisk: true);
            }
            else
            {
                WholeFile.Write(place.Path, place.Status, content, write);
            }
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    private static FilePlace PlaceOf(string path)
    {
        FilePlace place = FilePlace.Of(path);
        return place.Status?.Kind switch
        {
            FileKind.Folder => throw new IOException("it is a folder"),
            FileKind.BlockDevice => throw new IOException("it is a block device"),
            FileKind.Socket when place.Descriptor is null => throw new IOException("it is a socket"),
            null when place.Descriptor is not null => throw new IOException("no such file is open"),
            _ => place,
        };
    }

    /// <summary>Opening a pipe would wait for its reader.</summary>
    private static void RefuseForbidden(string path)
    {
        if (!OperatingSystem.IsWindows() && Access(path, ForWriting) != 0)
            throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
    }

    private static void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    [LibraryImport("libc", EntryPoint = "access", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Access(string path, int mode);
}
