namespace GuidelineBench.Core.Files;

/// <summary>The one place that opens what is read: regular files, and pipes and devices, which can be read once and have no length.</summary>
public static class InputFile
{
    private const int FirstBytes = 1 << 16;

    /// <summary>Whether it is read as it flows; false also where nothing is.</summary>
    /// <exception cref="IOException">The links lead in a circle.</exception>
    public static bool IsStream(string path) => FilePlace.Of(path).IsStream;

    /// <summary>A file that can be read anywhere; what flows is read to its end first.</summary>
    /// <param name="most">Bytes that are taken from a stream.</param>
    /// <returns>Null where a stream has more.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission, or a folder.</exception>
    public static Stream? OpenSeekable(string path, long most)
    {
        FilePlace place = FilePlace.Of(path);
        if (!place.IsStream)
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        using Stream stream = place.OpenStream(FileAccess.Read);
        return ReadToEnd(stream, most) is { } content ? new MemoryStream(content.Array!, 0, content.Count, writable: false) : null;
    }

    /// <summary>All of a file or of a stream, read once.</summary>
    /// <returns>Null where there is more than <paramref name="most"/>.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission, or a folder.</exception>
    public static byte[]? ReadAll(string path, long most)
    {
        FilePlace place = FilePlace.Of(path);
        using Stream stream = place.IsStream ? place.OpenStream(FileAccess.Read) : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (stream.CanSeek && stream.Length > most)
            return null;
        return ReadToEnd(stream, most)?.ToArray();
    }

    private static ArraySegment<byte>? ReadToEnd(Stream stream, long most)
    {
        byte[] content = new byte[Math.Min(FirstBytes, most + 1)];
        int count = 0;
        while (stream.Read(content, count, content.Length - count) is > 0 and var read)
        {
            count += read;
            if (count > most)
                return null;
            if (count == content.Length)
                Array.Resize(ref content, (int)Math.Min(Math.Min(2L * count, most + 1), Array.MaxLength));
        }

        return new ArraySegment<byte>(content, 0, count);
    }
}
