namespace GuidelineBench.Cli.Folders;

/// <summary>
/// A file that one process holds alone, to tell others that it works beside it. The system lets go of it when the
/// process ends, however that is: what a killed process left can be taken.
/// </summary>
internal sealed class LockFile : IDisposable
{
    private readonly FileStream held;

    private LockFile(FileStream held) => this.held = held;

    /// <returns>Null when another process holds it.</returns>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be made.</exception>
    public static LockFile? Take(string path)
    {
        try
        {
            return new LockFile(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    /// <exception cref="IOException">There is no space.</exception>
    public void Write(ReadOnlySpan<byte> content)
    {
        held.Write(content);
        held.Flush(flushToDisk: true);
    }

    /// <summary>Removes the file and lets go of it.</summary>
    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
        {
            // A file that is held cannot be deleted here, not even by its holder.
            held.Dispose();
            try
            {
                File.Delete(held.Name);
            }
            catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
            {
                // Somebody else has taken it since.
            }

            return;
        }

        // Deleted while still held, so that nobody else's lock can be removed.
        File.Delete(held.Name);
        held.Dispose();
    }
}
