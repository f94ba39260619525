using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Benchmarks.Memory;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Runs;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Weights;
using GuidelineBench.Execution.Weights.Files;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Cli.Exports;

/// <summary>Writes cells as ONNX, a file each. What cannot be written is refused before the first file.</summary>
internal sealed class NetworkExport(ExportSettings settings)
{
    /// <summary>Bytes that the files may take.</summary>
    public Func<string, long?> FreeDiskBytes { get; init; } = ExportFolder.FreeBytes;

    /// <summary>Says the path of each file when it is complete.</summary>
    /// <returns>What the files are, in their order.</returns>
    /// <exception cref="CommandException">An input is unusable, a cell or the folder cannot be written, or something is absent.</exception>
    public IReadOnlyList<ExportedCell> Execute(Terminal terminal)
    {
        if (settings.Weights is { } weights)
            RunFolder.FullPath(weights, ForwardOptions.WeightsName);
        string folder = RunFolder.FullPath(settings.Folder, ExportOptions.OutName);
        // An interrupted process would leave an unfinished file behind.
        using var interruption = new Interruption();
        try
        {
            NetworkFile.Say(terminal, settings.Subjects);
            foreach (CellSubject subject in settings.Subjects)
                RefuseUnwritable(subject, interruption.Token);
            ExportFolder.RefuseUnusable(folder, [.. settings.Subjects.Select(subject => (ExportedCell.FileName(subject), ParameterBytes(subject.Graph)))], FreeDiskBytes);
            var written = new List<ExportedCell>();
            foreach (CellSubject subject in settings.Subjects)
            {
                interruption.Token.ThrowIfCancellationRequested();
                written.Add(Write(subject, folder, terminal));
            }

            return written;
        }
        catch (Exception error) when (error is OnnxException or TensorFileException)
        {
            throw new CommandException(ExitCode.Unusable, error.Message, error);
        }
        catch (NotEnoughMemoryException error)
        {
            throw new CommandException(ExitCode.Absent, error.Message, error);
        }
        catch (OperationCanceledException error)
        {
            throw new CommandException(ExitCode.Interrupted, "interrupted", error);
        }
    }

    private static void RefuseUnwritable(CellSubject subject, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        OnnxModel.RefuseUnwritable(subject.Graph);
        // No maps are computed; parameters are held twice.
        MemoryCheck.RefuseTooLarge(subject.Label, new MemoryNeed(ParameterBytes(subject.Graph), MapBytes: 0), AvailableMemory.Bytes());
    }

    private ExportedCell Write(CellSubject subject, string folder, Terminal terminal)
    {
        NetworkParameters parameters = settings.Weights is { } weights
            ? WeightImport.Read(weights, subject.Graph, terminal.Say)
            : NetworkParameters.Of(subject, settings.Format.Seed ?? SpecificationOption.Default.Seed);
        OnnxFormat format = subject.Parameters is null ? settings.Format : settings.Format with { Seed = null };
        string name = ExportedCell.FileName(subject);
        string path = Path.Combine(folder, name);
        try
        {
            Directory.CreateDirectory(folder);
            string sha256 = OnnxModel.Write(path, subject.Graph, parameters, format);
            terminal.Out.WriteLine(path);
            return ExportedCell.Of(subject, parameters, format, name, sha256);
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw RunFolder.Unwritable(path, ExportOptions.OutName, error);
        }
    }

    private static long ParameterBytes(Graph graph) => MemoryNeed.Of(graph, batch: 1).ParameterBytes;
}
