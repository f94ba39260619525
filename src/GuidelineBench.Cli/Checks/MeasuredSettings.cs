using System.CommandLine;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Runs;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Checks;

/// <summary>The options of <c>run</c> that <c>check</c> measures with: the baseline's own, and over them those that are given.</summary>
/// <param name="IsPart">Whether rows were chosen by an option, so that the baseline may have more.</param>
internal sealed record MeasuredSettings(IReadOnlyList<string> Arguments, bool IsPart)
{
    private static readonly string[] Choosing =
        [CellOptions.TablesName, CellOptions.NetworksName, CellOptions.RowsName, CellOptions.SettingName, CellOptions.ScaleName,
         PlacementOptions.ExecutionName, PlacementOptions.LaunchName, PlacementOptions.MathName];

    /// <param name="baseline">Null: <c>run</c>'s defaults.</param>
    /// <exception cref="CommandException">The baseline does not say how it was measured, and no option does.</exception>
    public static MeasuredSettings Of(ResultFile? baseline, string where, RunOptions options, ParseResult given)
    {
        SpecificationOption[] asked = [.. options.Given(given)];
        var arguments = new Dictionary<string, string>();
        if (baseline is { Command: not null } || (baseline is not null && asked.Length == 0))
            foreach ((string name, string value) in RunOptions.Arguments(StoredRun.Read(baseline, where)))
                arguments[name] = value;
        foreach (Option option in asked.Select(option => option.Option))
            arguments[option.Name] = string.Join(',', given.GetResult(option)!.Tokens.Select(token => token.Value));
        return new MeasuredSettings(
            [.. arguments.SelectMany(argument => argument.Value.Length == 0 ? [argument.Key] : new[] { argument.Key, argument.Value })],
            asked.Any(option => Choosing.Contains(option.Option.Name)));
    }
}
