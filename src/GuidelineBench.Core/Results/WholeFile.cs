namespace GuidelineBench.Core.Results;

/// <summary>Writes files whole or not at all: under a temporary name in the same folder, flushed to disk, then renamed.</summary>
public static class WholeFile
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

    /// <exception cref="IOException">
    /// The file cannot be written (no such folder, no permission, no space); what was there before is unchanged and
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
        string temporary = FormattableString.Invariant($"{path}.{Environment.ProcessId}{TemporaryExtension}");
        try
        {
            try
            {
                using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
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
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(error.Message, error);
        }
    }
}
