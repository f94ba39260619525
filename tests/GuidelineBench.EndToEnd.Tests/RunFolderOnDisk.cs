using GuidelineBench.Core.Results;

namespace GuidelineBench.EndToEnd.Tests;

/// <summary>A place for the output of one test.</summary>
internal sealed class RunFolderOnDisk : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("guidelinebench-e2e-");

    /// <summary>Does not exist until a run makes it.</summary>
    public string Path => System.IO.Path.Combine(parent.FullName, "run");

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public ResultFile Results() => ResultFileJson.Parse(File.ReadAllBytes(this["results.json"]), "results.json");

    /// <summary>Rounds that are stored; 0 before there is a file.</summary>
    public int StoredRounds() => File.Exists(this["results.json"]) ? Results().Cells.Min(cell => cell.Rounds.Length) : 0;

    public IEnumerable<string> Files() => Directory
        .EnumerateFiles(Path, "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal);

    public void Dispose() => parent.Delete(recursive: true);
}
