namespace GuidelineBench.Core.Results;

/// <summary>Writes files whole or not at all: under a temporary name in the same folder, flushed to disk, then renamed.</summary>
public static class WholeFile
{
    /// <exception cref="IOException">
    /// The file cannot be written (no such folder, no permission, no space); what was there before is unchanged and
    /// nothing is left behind.
    /// </exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        string temporary = FormattableString.Invariant($"{path}.{Environment.ProcessId}.tmp");
        try
        {
            try
            {
                using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
                {
                    stream.Write(content);
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
