namespace GuidelineBench.Benchmarks.Rounds;

/// <summary>An empty folder outside the output that goes away with the run.</summary>
internal sealed class ScratchFolder : IDisposable
{
    /// <exception cref="RunException">The system's temporary folder is not there or cannot be written.</exception>
    public ScratchFolder()
    {
        try
        {
            Path = Directory.CreateTempSubdirectory("guidelinebench-").FullName;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"the temporary folder {System.IO.Path.GetTempPath()} cannot be written: TMPDIR; allowed: a folder that can be");
        }
    }

    public string Path { get; }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // An empty folder that stays in the system's temporary folder harms nobody, a failed run would.
        }
    }
}
