using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Layers;
using GuidelineBench.Core.Networks;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Cli.Tests.Documentation;

/// <summary>A command that a reader copies is one that the program takes; those that measure nothing are run.</summary>
public sealed class DocumentedCommandTests : IDisposable
{
    private static readonly string[] VerbsWithoutMeasuring = ["list", "cost", "export", "report", "predict", "advise", "check"];

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Known => [.. Commands.Keys];

    public static TheoryData<string> Fast => [.. Commands.Where(command => IsFast(command.Value)).Select(command => command.Key)];

    private static Dictionary<string, DocumentedCommand> Commands { get; } = DocumentedCommands.All
        .Where(command => !command.IsForm)
        .GroupBy(command => string.Join(' ', command.Arguments))
        .ToDictionary(same => $"{same.Key}  [{same.First().Place}]", same => same.First());

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Known))]
    public void EveryCommandIsUnderstood(string command)
    {
        List<string> arguments = [.. Commands[command].Arguments.Select(WithModels)];
        // Which cores there are depends on the machine that runs the test; their names do not.
        if (arguments.IndexOf("--cores") is var cores and >= 0)
        {
            Assert.Matches("^(big|middle|little|performance|efficiency|[0-9,-]+)$", arguments[cores + 1]);
            arguments.RemoveRange(cores, 2);
        }

        // Which shard is the workflow's to say.
        if (arguments.IndexOf("$SHARD") is var shard and >= 0)
            arguments[shard] = "6/6";

        using var nowhere = new StringWriter();
        Assert.Null(Record.Exception(() => Application.Parse(arguments, new Terminal(nowhere, nowhere))));
    }

    [Theory]
    [MemberData(nameof(Fast))]
    public void CommandsThatMeasureNothingDoWhatTheySay(string command)
    {
        string[] arguments = [.. Commands[command].Arguments.Select((word, index) => InFolder(word, index == 0 ? "" : Commands[command].Arguments[index - 1]))];

        Invocation invocation = Invocation.Of(arguments);

        Assert.True(
            invocation.Code == 0 || (invocation.Code == 2 && arguments[0] == "check"),
            $"{string.Join(' ', arguments)} ended with {invocation.Code}: {invocation.Error}");
        Assert.NotEqual("", invocation.Out);
    }

    [Fact]
    public void TheReadmeHasCommandsOfEveryKind()
    {
        DocumentedCommand[] readme = [.. DocumentedCommands.All.Where(command => command.Place.StartsWith("README.md", StringComparison.Ordinal))];
        foreach (string verb in (string[])["run", "list", "check", "predict", "advise"])
            Assert.Contains(readme, command => command.Verb == verb);
        Assert.True(DocumentedCommands.All.Count > 40, "Commands are no longer found.");
    }

    [Theory]
    [InlineData("    ./run.sh cost --tables 1   # what theory says", "cost|--tables|1")]
    [InlineData("use `GUIDELINEBENCH_GPU=on ./run.sh list devices` there", "list|devices")]
    [InlineData("    ./run.sh bench --filter '*a b*' && echo done", "bench|--filter|*a b*")]
    [InlineData("    ./run.sh run --out out/$(date -u +%Y)/x --quick", "run|--out|out/substituted/x|--quick")]
    [InlineData("    A=1 ./run.sh check [FILE...] --baseline FILE | tee x", "check|FILE|--baseline|FILE")]
    [InlineData("      - run: base/run.sh list backends", "list|backends")]
    [InlineData("`run.sh` and `run.ps1` build", null)]
    public void CommandsAreFound(string line, string? words) =>
        Assert.Equal(words is null ? [] : [words], DocumentedCommands.In("page", line).Select(command => string.Join('|', command.Arguments)));

    private static bool IsFast(DocumentedCommand command) =>
        VerbsWithoutMeasuring.Contains(command.Verb)
        && (command.Verb != "check" || (command.Arguments.Count > 1 && !command.Arguments[1].StartsWith('-')));

    /// <summary>Files of a command, made up: results are the sample's, a description is the page's example.</summary>
    private string InFolder(string word, string before)
    {
        if (before is "--out" or "--summary")
            return folder[word.Replace('/', '-')];
        if (word.EndsWith(".json", StringComparison.Ordinal) || word is "FILE" or "FILE|FOLDER")
            return folder.Write(word.Replace('/', '-').Replace('|', '-'), RepositoryFiles.Read(Samples.Results));
        if (word.EndsWith(".txt", StringComparison.Ordinal) || before == "--description")
            return folder.Write("mynet.txt", RepositoryFiles.Read("docs/network-description.md").Split("```")[1]);
        if (before == "report" && !word.StartsWith('-'))
        {
            Directory.CreateDirectory(folder["fleet"]);
            folder.Write("fleet/board.json", RepositoryFiles.Read(Samples.Results));
            return folder["fleet"];
        }

        return WithModels(word);
    }

    /// <summary>A small network in place of each ONNX file.</summary>
    private string WithModels(string word) => string.Join(',', word.Split(',').Select(part => part.EndsWith(".onnx", StringComparison.Ordinal) ? Model(Path.GetFileName(part)) : part));

    private string Model(string name)
    {
        var graph = new GraphBuilder(new MapShape(3, 4, 4));
        graph.Convolution(graph.Input, 2);
        Graph built = graph.Build("small");
        OnnxModel.Write(folder[name], built, NetworkParameters.Random(built, 1), new OnnxFormat());
        return folder[name];
    }
}
