using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Reports;
using GuidelineBench.Core.Files;

namespace GuidelineBench.Cli.Checks;

/// <summary>
/// The file of <c>--plan</c> for programs that may start in another folder and each read it anew; what came through a pipe
/// is kept in a file that goes away with this.
/// </summary>
internal sealed class PlanFile : IDisposable
{
    private readonly DirectoryInfo? kept;

    private PlanFile(string path, DirectoryInfo? kept)
    {
        Path = path;
        this.kept = kept;
    }

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <exception cref="CommandException">It is no usable result file.</exception>
    public static PlanFile Of(string path)
    {
        byte[] content = ReportFolder.ReadWithContent(path).Content;
        if (!InputFile.IsStream(path))
            return new PlanFile(RunFolder.FullPath(path, PlanOption.Name), null);
        DirectoryInfo folder = ScratchSpace.Create("plan");
        string copy = System.IO.Path.Combine(folder.FullName, RunFolder.ResultsName);
        OutputPath.Write(copy, content, PlanOption.Name);
        return new PlanFile(copy, folder);
    }

    public void Dispose() => kept?.Delete(recursive: true);
}
