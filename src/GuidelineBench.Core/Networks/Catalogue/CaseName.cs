using System.Globalization;
using System.Text.RegularExpressions;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks.Units;

namespace GuidelineBench.Core.Networks.Catalogue;

/// <summary>Names of cases: <c>NAME</c>, <c>NAME_backbone</c>, each with <c>@HEIGHTxWIDTH</c> where the input is not the paper's.</summary>
internal static partial class CaseName
{
    private const string BackboneSuffix = "_backbone";
    private const int LargestSide = 8192;
    private const int Suggestions = 6;

    /// <summary>The case without its rows, not yet built.</summary>
    /// <exception cref="ArgumentException">No network has this name, or the size is none; the message says what is allowed.</exception>
    public static NetworkCase Parse(string text)
    {
        string[] parts = text.Split('@');
        bool isBackbone = parts[0].EndsWith(BackboneSuffix, StringComparison.Ordinal);
        string network = isBackbone ? parts[0][..^BackboneSuffix.Length] : parts[0];
        NetworkEntry entry = NetworkCatalogue.Find(network) ?? UnitNetworks.Find(network) ?? throw Unknown(network);
        MapShape input = parts.Length switch
        {
            1 => entry.Input,
            2 => Sized(entry.Input, parts[1], text),
            _ => throw new ArgumentException($"{text} has more than one @; a network is NAME or NAME@HEIGHTxWIDTH."),
        };
        string name = parts[0] + (input == entry.Input ? "" : string.Create(CultureInfo.InvariantCulture, $"@{input.Height}x{input.Width}"));
        return new NetworkCase(name, entry, input, isBackbone, []);
    }

    /// <summary>Builds the case once: whether a network can take an input, its layers know.</summary>
    /// <exception cref="ArgumentException">It cannot; the message says why.</exception>
    public static void Check(NetworkCase networkCase)
    {
        try
        {
            networkCase.Build();
        }
        catch (ArgumentException exception)
        {
            string reason = exception.Message.Replace($" (Parameter '{exception.ParamName}')", "", StringComparison.Ordinal);
            throw new ArgumentException($"{networkCase.Name} cannot be built: {reason}", exception);
        }
    }

    private static MapShape Sized(MapShape own, string size, string text)
    {
        Match match = Size().Match(size);
        return match.Success && Side(1) is int height && Side(2) is int width
            ? own with { Height = height, Width = width }
            : throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{text}: an input is HEIGHTxWIDTH, each 1 to {LargestSide}, as in @640x480, not \"{size}\"."));

        int? Side(int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) is int side and <= LargestSide ? side : null;
    }

    private static ArgumentException Unknown(string network)
    {
        string[] near =
        [
            .. NetworkCatalogue.All.Concat(UnitNetworks.Entries)
                .Select(entry => entry.Name)
                .OrderByDescending(name => SharedPrefix(name, network))
                .ThenBy(name => name, StringComparer.Ordinal)
                .Take(Suggestions),
        ];
        return new ArgumentException($"There is no network \"{network}\"; near it are {string.Join(", ", near)}.");
    }

    private static int SharedPrefix(string a, string b) => a.AsSpan().CommonPrefixLength(b);

    [GeneratedRegex("^([1-9][0-9]{0,4})x([1-9][0-9]{0,4})$")]
    private static partial Regex Size();
}
