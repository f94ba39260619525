using System.Globalization;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Cli.Forward;

/// <summary>
/// A folder with one .npy file for each node of a network, images x channels x height x width. It is filled under
/// another name, image by image, and appears when it is complete.
/// </summary>
internal sealed class LayerFolder : IDisposable
{
    private readonly string path, temporary, option;
    private readonly Graph graph;
    private readonly int images;

    private LayerFolder(string path, string option, Graph graph, int images)
    {
        this.path = path;
        this.option = option;
        this.graph = graph;
        this.images = images;
        temporary = FormattableString.Invariant($"{path}.{Environment.ProcessId}.tmp");
    }

    /// <summary>Makes nothing yet.</summary>
    /// <returns>Full path.</returns>
    /// <exception cref="CommandException">There is something already, or the folder cannot be written.</exception>
    public static string RefuseUnusable(string path, string option)
    {
        string full = Path.TrimEndingDirectorySeparator(RunFolder.FullPath(path, option));
        if (File.Exists(full))
            throw CommandException.Unusable($"{full} is a file", option, "a new or empty folder");
        try
        {
            if (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any())
                throw CommandException.Unusable($"{full} is not empty", option, "a new or empty folder");
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw RunFolder.Unwritable(full, option, error);
        }

        // It is filled under another name beside it.
        OutputPath.RefuseUnwritableFolder(Path.GetDirectoryName(full) ?? full, option);
        return full;
    }

    /// <exception cref="CommandException">There is something already, or the folder cannot be written.</exception>
    public static LayerFolder Create(string path, string option, Graph graph, int images)
    {
        var folder = new LayerFolder(RefuseUnusable(path, option), option, graph, images);
        folder.Guard(() =>
        {
            // What a killed process of the same number left behind would be added to.
            if (Directory.Exists(folder.temporary))
                Directory.Delete(folder.temporary, recursive: true);
            Directory.CreateDirectory(folder.temporary);
        });
        return folder;
    }

    /// <summary>Adds a node's map of the next image.</summary>
    public void Add(Node node, float[] map) => Guard(() =>
    {
        using var stream = new FileStream(Path.Combine(temporary, FileName(node)), FileMode.Append, FileAccess.Write, FileShare.None);
        if (stream.Position == 0)
            NpyFile.WriteHeader(stream, TensorShape.Of(images, node.Output.Channels, node.Output.Height, node.Output.Width));
        NpyFile.WriteValues(stream, map);
    });

    /// <summary>Gives the folder its name.</summary>
    public void Complete() => Guard(() =>
    {
        if (Directory.Exists(path))
            Directory.Delete(path);
        Directory.Move(temporary, path);
    });

    public void Dispose()
    {
        if (Directory.Exists(temporary))
            Directory.Delete(temporary, recursive: true);
    }

    /// <summary>In the order of execution: <c>007-stage2.0.branch1.0.npy</c>, <c>008-ReLU.npy</c>.</summary>
    private string FileName(Node node)
    {
        int digits = Math.Max(3, (graph.Nodes.Length - 1).ToString(CultureInfo.InvariantCulture).Length);
        string name = string.Concat((node.Name ?? node.Layer.GetType().Name).Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-'));
        return $"{node.Index.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0')}-{name}.npy";
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw RunFolder.Unwritable(path, option, error);
        }
    }
}
