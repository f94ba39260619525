using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Onnx.Reading;
using GuidelineBench.Onnx.Reading.Files;

namespace GuidelineBench.Cli.Options;

/// <summary>A network by an ONNX file of the user's, wherever networks are named.</summary>
internal static partial class NetworkFile
{
    /// <summary>How one is asked for.</summary>
    public const string Named = "FILE.onnx, FILE.onnx@HEIGHTxWIDTH where it leaves the size of its images open";

    public static bool IsNamed(string text) => Name().IsMatch(text);

    /// <exception cref="CommandException">The file cannot be read, or is no network that can be run.</exception>
    public static OnnxNetwork Read(string text)
    {
        Match match = Name().Match(text);
        (int, int)? size = match.Groups["height"] is { Success: true } height
            ? NumberText.TryRead(height.Value, out int rows) && NumberText.TryRead(match.Groups["width"].Value, out int columns) && rows > 0 && columns > 0
                ? (rows, columns)
                : throw CommandException.Unusable($"unusable size in '{text}'", match.Groups["path"].Value, Named)
            : null;
        try
        {
            return OnnxReader.Read(match.Groups["path"].Value, new OnnxChoices(size));
        }
        catch (OnnxFileException error)
        {
            throw new CommandException(ExitCode.Unusable, error.Message, error);
        }
        catch (Exception error) when (error is OutOfMemoryException or OverflowException)
        {
            throw new CommandException(ExitCode.Absent, $"there is not enough memory to read {match.Groups["path"].Value}", error);
        }
    }

    /// <summary>Named after the file, without its folder.</summary>
    public static CellSubject Subject(OnnxNetwork network) => new(() => network.Graph)
    {
        Experiment = CellSubject.NetworkPrefix + network.Graph.Name,
        Row = network.Graph.Name,
        Labels = [network.Graph.Name],
        IsSplit = true,
        Label = CellSubject.NetworkPrefix + network.Graph.Name,
        Parameters = node => (network.Parameters[node].Weights, network.Parameters[node].Bias),
        Notices = network.Source.Notices,
    };

    /// <summary>As an entry of the catalogue, of one size.</summary>
    public static NetworkEntry Entry(OnnxNetwork network) => new(
        network.Graph.Name, "ONNX", network.Graph.Input.Output, NetworkStatus.Published, null,
        input => input == network.Graph.Input.Output ? network.Graph : throw new ArgumentException($"it was read for {network.Graph.Input.Output}"));

    public static void Say(Terminal terminal, IEnumerable<CellSubject> subjects)
    {
        foreach (CellSubject subject in subjects)
            Say(terminal, subject.Row, subject.Notices);
    }

    public static void Say(Terminal terminal, string name, ImmutableArray<string> notices)
    {
        foreach (string notice in notices)
            terminal.Say($"{name}: {notice}");
    }

    [GeneratedRegex(@"^(?<path>.*\.onnx)(?:@(?<height>[0-9]+)x(?<width>[0-9]+))?\z", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Name();
}
