namespace GuidelineBench.Benchmarks.Rounds;

/// <summary>An empty folder outside the output that goes away with the run.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("guidelinebench-").FullName;

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
