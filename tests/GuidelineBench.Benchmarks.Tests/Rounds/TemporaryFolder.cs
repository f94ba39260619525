namespace GuidelineBench.Benchmarks.Tests.Rounds;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("guidelinebench-test-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
