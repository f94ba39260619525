using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Options;

/// <summary>Which networks are meant.</summary>
/// <param name="Names">Groups and networks as they were asked for, each once.</param>
/// <param name="Subjects">What they stand for, each once, in their order.</param>
internal sealed record NetworkSelection(ImmutableArray<string> Names, ImmutableArray<CellSubject> Subjects)
{
    /// <summary>How a network at another size of its input is asked for.</summary>
    public const string SizedName = "NAME@HEIGHTxWIDTH";

    public static NetworkSelection None { get; } = new([], []);

    public static string GroupNames => string.Join(", ", NetworkGroups.Names);

    /// <param name="option">The option whose value <paramref name="text"/> is, for messages.</param>
    /// <exception cref="CommandException">A name is of no group and of no network, or a network cannot take the size.</exception>
    public static NetworkSelection Read(string text, string option = CellOptions.NetworksName)
    {
        string[] names = [.. ValueOption.Parts(option, text, Allowed).Distinct()];
        CellSubject[] subjects =
        [
            .. names.Where(name => !NetworkFile.IsNamed(name)).SelectMany(name => Cases(name, option)).DistinctBy(network => network.Name).Select(CellSubject.Of),
            .. names.Where(NetworkFile.IsNamed).Select(name => NetworkFile.Subject(NetworkFile.Read(name))),
        ];
        if (subjects.GroupBy(subject => subject.Label).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw CommandException.Unusable($"several networks are called {twice.First().Row}", option, "files of different names, each of them once");
        return new NetworkSelection([.. names], [.. subjects]);
    }

    private static string Allowed => $"{GroupNames}, names that ./run.sh list networks shows, {SizedName}, {NetworkFile.Named}";

    private static ImmutableArray<NetworkCase> Cases(string name, string option)
    {
        if (NetworkGroups.TrySelect(name, out ImmutableArray<NetworkCase> cases, out string? error))
            return cases;
        string network = name.Split('@')[0];
        if (NetworkGroups.TryParse(network, out _, out _))
            throw CommandException.Unusable(error.TrimEnd('.'), option, $"{SizedName} with a size that the network can take");
        IEnumerable<string> known = NetworkCatalogue.All.Select(entry => entry.Name).Concat(NetworkGroups.Names);
        throw CommandException.Unusable(
            $"unknown network '{network}'{UnusableArguments.Suggestion(network, known)}", option, Allowed);
    }
}
