using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Core.Files;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Descriptions;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Models;

/// <summary>Reads a described network.</summary>
internal static class DescriptionFile
{
    /// <summary>Of UTF-8 for one character.</summary>
    private const int MostBytesOfCharacter = 4;

    /// <exception cref="CommandException">The file cannot be read, or describes no network; the message names line and column.</exception>
    public static NamedGraph Read(string path)
    {
        RunFolder.FullPath(path, "description");
        if (Directory.Exists(path))
            throw CommandException.Unusable("is a folder", path, "a description of a network, see docs/network-description.md");
        try
        {
            if (!File.Exists(path))
                throw CommandException.Unusable("no such file", path, "a description of a network, see docs/network-description.md");
            byte[] content = InputFile.ReadAll(path, (long)MostBytesOfCharacter * NetworkDescription.MostCharacters)
                ?? throw CommandException.Unusable("too large for a description", path, FormattableString.Invariant($"up to {NetworkDescription.MostCharacters} characters"));
            string name = InputFile.IsStream(path) ? "described" : Path.GetFileNameWithoutExtension(path);
            using var text = new StreamReader(new MemoryStream(content));
            return new NamedGraph(name, NetworkDescription.Parse(text.ReadToEnd(), name));
        }
        catch (DescriptionException error)
        {
            throw new CommandException(ExitCode.Unusable, FormattableString.Invariant($"{path}:{error.Line}:{error.Column}: {error.Message}"), error);
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw CommandException.Unusable($"cannot be read ({error.Message})", path, "a readable description");
        }
    }
}

/// <summary>A network that is asked about.</summary>
/// <param name="Name">As the user gave it.</param>
internal sealed record NamedGraph(string Name, Graph Graph);

/// <summary>The measured time of a graph.</summary>
internal static class MeasuredTime
{
    /// <returns>Nanoseconds of the cell with that graph, run as the model's cells were; null where the file has none.</returns>
    public static double? Of(ResultFile file, CostConfiguration configuration, Graph graph) => file.Cells
        .Where(cell => cell.GraphChecksum == graph.Checksum && cell.IsUsualVariant && CostConfiguration.Of(cell) == configuration)
        .Select(cell => ChargedCell.Of(cell)?.Ns)
        .FirstOrDefault(ns => ns is not null);
}
