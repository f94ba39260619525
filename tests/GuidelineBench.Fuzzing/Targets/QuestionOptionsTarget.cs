using System.CommandLine;
using System.Text;
using GuidelineBench.Cli;
using GuidelineBench.Cli.Options;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>What a cost model is asked on the command line, one argument on each line of the input.</summary>
internal static class QuestionOptionsTarget
{
    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes(
            "--channels\n24,144,24\n--map\n28x28\n--kernel\n3\n--groups\n4", "--network\nshufflenet_v2_x0_5@64x64,table6", "--channels\n1,16384,1");
        return new FuzzTarget("question", 4, [.. samples.Where(sample => Read(sample).IsAccepted)], TargetCatalogue.WordsOf(samples), Read);
    }

    private static Answer Read(byte[] input) => RunOptionsTarget.Said(() =>
    {
        var options = new QuestionOptions(hasChain: true);
        var verb = new Command("predict");
        foreach (Option option in options.All)
            verb.Add(option);
        ParseResult result = verb.Parse(Encoding.UTF8.GetString(input).Split('\n'), new ParserConfiguration { ResponseFileTokenReplacer = null });
        return result.Errors.Count > 0
            ? throw UnusableArguments.Explain(result)
            : string.Join('\n', options.Read(result, "predict").Select(named => $"{named.Name} {named.Graph.Nodes.Length}"));
    });
}
