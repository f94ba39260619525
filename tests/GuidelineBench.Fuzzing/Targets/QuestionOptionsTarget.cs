using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using GuidelineBench.Analysis.CostModels;
using GuidelineBench.Cli;
using GuidelineBench.Cli.Models;
using GuidelineBench.Core.Costs;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>
/// What a cost model is asked on the command line, one argument on each line of the input, up to what the network is
/// charged with. The multiply-adds of a chain are counted a second time, from its name.
/// </summary>
internal static partial class QuestionOptionsTarget
{
    private const int LargestBatch = 1024;

    public static FuzzTarget Create(string folder)
    {
        string description = Path.Combine(folder, "described.txt");
        File.WriteAllText(description, "input 3 32x32\nconv 24 kernel=3 stride=2 relu\nmean\nfc 10\n");
        var samples = TargetCatalogue.Bytes(
            "--channels\n24,144,24\n--map\n28x28\n--kernel\n3\n--groups\n4",
            "--channels\n16384,1,16384\n--map\n64x64\n--kernel\n63",
            "--channels\n8,8,8,8,8,8,8,8\n--map\n4096x1\n--groups\n8",
            "--channels\n1,16384,1",
            // Nearly as many multiply-adds as are allowed, many times.
            $"--channels\n{string.Join(',', Enumerable.Repeat("16384", 999))}\n--map\n65x64\n--kernel\n63",
            "--network\nshufflenet_v2_x0_5@64x64,table6",
            "--network\nalexnet@224x224,shufflenet_v2_units_64@7x9\n--channels\n24,24",
            $"--description\n{description}",
            $"--description={description}\n--network\nmobilenet_v1_0.25_backbone@96x32");
        return new FuzzTarget("question", 4, samples, TargetCatalogue.WordsOf(samples), input => RunOptionsTarget.Said(() =>
        {
            var options = new QuestionOptions(hasChain: true);
            var verb = new Command("predict");
            foreach (Option option in options.All)
                verb.Add(option);
            ParseResult result = verb.Parse(Encoding.UTF8.GetString(input).Split('\n'), new ParserConfiguration { ResponseFileTokenReplacer = null });
            return result.Errors.Count > 0
                ? throw UnusableArguments.Explain(result)
                : string.Join('\n', options.Read(result, "predict").Select(Charged));
        }));
    }

    private static string Charged(NamedGraph named)
    {
        var costs = GraphCosts.Of(named.Graph);
        Promise.Holds(costs is { MultiplyAdds: >= 0, MemoryAccess: >= 0, ElementwiseElements: >= 0, Parameters: >= 0 }, $"A count overflows: {costs}");
        ImmutableArray<double> amounts = NetworkCharge.Of(named.Graph, LargestBatch).Amounts;
        Promise.Holds(amounts.All(amount => double.IsFinite(amount) && amount >= 0), $"An amount is none: {string.Join(' ', amounts)}");
        if (Chain().Match(named.Name) is { Success: true } chain)
            Promise.Holds(MultiplyAdds(chain) == costs.MultiplyAdds, $"{named.Name} has other multiply-adds than {costs.MultiplyAdds}.");
        return $"{named.Name} {named.Graph.Nodes.Length} {costs}";
    }

    /// <summary>Sum of h w k^2 c1 c2 / g.</summary>
    private static BigInteger MultiplyAdds(Match chain)
    {
        BigInteger[] channels = [.. chain.Groups["channels"].Value.Split("->").Select(Number)];
        BigInteger kernel = Number(chain.Groups["kernel"].Value), groups = Number(chain.Groups["groups"].Value);
        BigInteger pixels = Number(chain.Groups["height"].Value) * Number(chain.Groups["width"].Value);
        return channels.Zip(channels.Skip(1)).Aggregate(BigInteger.Zero, (sum, pair) => sum + pixels * kernel * kernel * pair.First * pair.Second / groups);
    }

    private static BigInteger Number(string text) => BigInteger.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("^(?<kernel>[0-9]+)x[0-9]+ (?<channels>[0-9>-]+) g=(?<groups>[0-9]+) at (?<height>[0-9]+)x(?<width>[0-9]+)$")]
    private static partial Regex Chain();
}
