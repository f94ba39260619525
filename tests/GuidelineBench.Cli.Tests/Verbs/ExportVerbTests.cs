using System.Text.Json;
using GuidelineBench.Cli.Exports;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Core.Experiments;
using GuidelineBench.Core.Files;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Networks.Catalogue;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Parameters;
using GuidelineBench.Execution.Weights;
using GuidelineBench.Onnx.Writing;

namespace GuidelineBench.Cli.Tests.Verbs;

public sealed class ExportVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Rows_become_files_and_a_list_of_them()
    {
        Invocation invocation = Invocation.Of("export", "--tables", "1,2", "--rows", "1:6,g=8", "--scale", "x1", "--setting", "gpu", "--batch", "2", "--opset", "17", "--seed", "5", "--out", folder["models"]);

        Assert.Equal("", invocation.Error);
        string[] names = ["table1_1-6_x1_gpu.onnx", "table2_g=8_x1_gpu.onnx", "cells.json"];
        Assert.Equal(names.Select(name => Path.Combine(folder["models"], name)), invocation.Out.TrimEnd('\n').Split('\n'));
        Assert.Equal(names.Order(StringComparer.Ordinal), Directory.EnumerateFiles(folder["models"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        JsonElement[] cells = Cells("models");
        Assert.Equal(names[..2], cells.Select(cell => cell.GetProperty("file").GetString()));
        JsonElement row = cells[0];
        ExperimentCell expected = Table1.Experiment.Cell(Table1.Experiment.Rows.Single(candidate => candidate.Label == "1:6"), Scale.X1, ChannelSetting.Gpu);
        Assert.Equal(("table1", "1:6", "x1", "gpu"), (Text(row, "experiment"), Text(row, "row"), Text(row, "scale"), Text(row, "setting")));
        Assert.Equal(expected.Channels, row.GetProperty("channels").EnumerateArray().Select(channels => channels.GetInt32()));
        Assert.Equal([expected.Channels[0], 56, 56], row.GetProperty("input").EnumerateArray().Select(side => side.GetInt32()));
        // 20 convolutions with biases, of 56 * 56 * c1 * c2 multiply-adds, every other one from c2 to c1.
        (int c1, int c2) = (expected.Channels[0], expected.Channels[1]);
        Assert.Equal(20L * 3136 * c1 * c2, row.GetProperty("multiplyAdds").GetInt64());
        Assert.Equal(20L * (3136 * (c1 + c2) + c1 * c2), row.GetProperty("memoryAccess").GetInt64());
        Assert.Equal(20L * c1 * c2 + 10 * (c1 + c2), row.GetProperty("parameters").GetInt64());
        Assert.Equal(expected.Graph.Checksum, Text(row, "graphChecksum"));
        Assert.Equal(ValueChecksum.Of(expected.Graph, NetworkParameters.Random(expected.Graph, 5)), Text(row, "weightsChecksum"));
        Assert.Equal(JsonValueKind.Null, row.GetProperty("network").ValueKind);
        Assert.Equal((17, 2, 5), (row.GetProperty("opset").GetInt32(), row.GetProperty("batch").GetInt32(), row.GetProperty("seed").GetInt32()));
        foreach (JsonElement cell in cells)
            Assert.Equal(Convert.ToHexStringLower(Sha256.HashData(File.ReadAllBytes(Path.Combine(folder["models"], Text(cell, "file")!)))), Text(cell, "sha256"));
    }

    [Fact]
    public void A_network_alone_is_a_file_with_an_open_batch_and_replaces_an_earlier_one()
    {
        folder.Write("shufflenet_v2_units_64.onnx", "something else");
        folder.Write("mine.txt", "kept");

        Assert.Equal(0, Invocation.Of("export", "--networks", "shufflenet_v2_units_64", "--out", folder.Path).Code);

        JsonElement cell = Assert.Single(Cells(""));
        Assert.Equal(("appendix1b", "shufflenet_v2_units_64"), (Text(cell, "experiment"), Text(cell, "network")));
        foreach (string none in (string[])["scale", "setting", "batch"])
            Assert.Equal(JsonValueKind.Null, cell.GetProperty(none).ValueKind);
        Assert.Equal((13, 1), (cell.GetProperty("opset").GetInt32(), cell.GetProperty("seed").GetInt32()));
        Assert.Equal(
            ["cells.json", "mine.txt", "shufflenet_v2_units_64.onnx"],
            Directory.EnumerateFileSystemEntries(folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Equal("kept", File.ReadAllText(folder["mine.txt"]));
    }

    [Fact]
    public void The_same_command_writes_the_same_bytes()
    {
        foreach (string name in (string[])["a", "b"])
            Invocation.Of("export", "--tables", "4", "--scale", "x1", "--out", folder[name]);

        Assert.Equal(4 + 1, Directory.GetFiles(folder["a"]).Length);
        Assert.All(Directory.GetFiles(folder["a"]), path => Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(Path.Combine(folder["b"], Path.GetFileName(path)))));
    }

    [Fact]
    public void Weights_of_a_file_are_written()
    {
        Graph graph = CellSubject.Of("shufflenet_v2_x0_5").Graph;
        NetworkParameters parameters = NetworkParameters.Random(graph, 9);
        WeightExport.Write(folder["weights.safetensors"], graph, parameters);

        Assert.Equal(0, Invocation.Of("export", "--networks", "shufflenet_v2_x0_5", "--weights", folder["weights.safetensors"], "--out", folder["models"]).Code);

        JsonElement cell = Assert.Single(Cells("models"));
        Assert.Equal(ValueChecksum.Of(graph, WeightImport.Read(folder["weights.safetensors"], graph)), Text(cell, "weightsChecksum"));
        Assert.Equal(JsonValueKind.Null, cell.GetProperty("seed").ValueKind);
    }

    [Theory]
    [InlineData("no folder is given: --out; allowed: a folder for the files", "--networks", "alexnet")]
    [InlineData("nothing to write: --tables none; allowed: 1, 2, 3, 4, all, or none together with --networks", "--tables", "none", "--out", "x")]
    [InlineData("unknown version '12': --opset; allowed: 13, 17", "--opset", "12", "--out", "x")]
    [InlineData("unusable number '0': --batch; allowed: 1 to 1024, or N", "--batch", "0", "--out", "x")]
    [InlineData("unusable number 'n': --batch; allowed: 1 to 1024, or N", "--batch", "n", "--out", "x")]
    [InlineData("unusable number '-1': --seed; allowed: 0 to 2147483647", "--seed", "-1", "--out", "x")]
    [InlineData("a file of weights is of one network, not of 51 files: --weights; allowed: --networks with one network, without --tables", "--weights", "w", "--out", "x")]
    [InlineData("a file of weights is of one network, not of table1/1:1/x1: --weights; allowed: --networks with one network, without --tables", "--rows", "1:1", "--scale", "x1", "--weights", "w", "--out", "x")]
    [InlineData("nothing is random with --weights: --seed; allowed: one of --seed and --weights", "--networks", "mobilenet_v2", "--weights", "w", "--seed", "1", "--out", "x")]
    [InlineData("unknown network 'vgg16': --networks; allowed: table6, ", "--networks", "vgg16", "--out", "x")]
    [InlineData("unknown row '1:1': --rows; allowed: ", "--networks", "table6", "--rows", "1:1", "--out", "x")]
    [InlineData("unknown option '--format': export; allowed: ", "--format", "json", "--out", "x")]
    public void Unusable_options_are_refused(string line, params string[] options) =>
        Assert.StartsWith($"guidelinebench: {line}", Invocation.Of(["export", .. options]).RefusedLine(), StringComparison.Ordinal);

    [Fact]
    public void What_cannot_be_read_or_written_is_refused_before_the_first_file()
    {
        folder.Write("file", "");
        Directory.CreateDirectory(folder["models/table1_1-12_x1_cpu.onnx"]);

        Assert.Contains($"{folder["file"]} is a file: --out", Refused("--out", folder["file"]), StringComparison.Ordinal);
        Assert.Contains($"{folder["file"]} is a file: --out", Refused("--out", folder["file/below"]), StringComparison.Ordinal);
        Assert.Contains("table1_1-12_x1_cpu.onnx cannot be written (it is a folder): --out", Refused("--out", folder["models"]), StringComparison.Ordinal);
        Assert.Contains(
            $"no such file: {folder["missing"]}; allowed: a safetensors file",
            Invocation.Of("export", "--networks", "mobilenet_v2", "--weights", folder["missing"], "--out", folder["new"]).RefusedLine(), StringComparison.Ordinal);
        Assert.Contains(
            "tensors missing",
            Invocation.Of("export", "--networks", "shufflenet_v2_x0_5", "--weights", Weights(), "--out", folder["new"]).RefusedLine(), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder["models"]));
        Assert.False(Directory.Exists(folder["new"]));

        string Refused(params string[] options) => Invocation.Of(["export", "--tables", "1", "--scale", "x1", .. options]).RefusedLine();

        string Weights()
        {
            Graph graph = CellSubject.Of("mobilenet_v2").Graph;
            WeightExport.Write(folder["weights.safetensors"], graph, NetworkParameters.Random(graph, 1));
            return folder["weights.safetensors"];
        }
    }

    [Fact]
    public void Files_that_do_not_fit_are_refused_and_what_they_replace_makes_room()
    {
        using var nowhere = new StringWriter();
        var settings = new ExportSettings([CellSubject.Of("shufflenet_v2_x0_5")], folder["models"], null, new OnnxFormat(Seed: 1));

        // 1 366 792 parameters, 5.2 MiB; of a batch norm only the shift is left.
        CommandException error = Assert.Throws<CommandException>(() => Export(free: 5 << 20));
        Assert.Equal("there is not enough space: the files take about 6 MiB, free are 5 MiB: --out; allowed: a folder with more, or fewer files", error.Message);
        Assert.False(Directory.Exists(folder["models"]));
        Assert.Single(Export(free: 6 << 20));
        Assert.Single(Export(free: 1));

        IReadOnlyList<ExportedCell> Export(long free) => new NetworkExport(settings) { FreeDiskBytes = _ => free }.Execute(new Terminal(nowhere, nowhere));
    }

    [Fact]
    public void A_layer_that_ONNX_has_not_is_refused_before_the_first_file()
    {
        using var nowhere = new StringWriter();
        var settings = new ExportSettings([CellSubject.Of("shufflenet_v2_units_64"), Even()], folder["models"], null, new OnnxFormat(Seed: 1));

        CommandException error = Assert.Throws<CommandException>(() => new NetworkExport(settings).Execute(new Terminal(nowhere, nowhere)));

        Assert.Equal((ExitCode.Unusable, "even: layer lrn_1 (lrn 4 0.5 0.75 1) has an even size, which ONNX centres differently."), (error.ExitCode, error.Message));
        Assert.Equal("", nowhere.ToString());
        Assert.False(Directory.Exists(folder["models"]));

        static CellSubject Even() => new(() =>
        {
            var graph = new GraphBuilder(new Core.Layers.MapShape(8, 3, 3));
            graph.Add(new Core.Layers.LocalResponseNormalization(4, 0.5, 0.75, 1), graph.Input);
            return graph.Build("even");
        })
        {
            Experiment = "network:even",
            Row = "even",
            Labels = ["even"],
            Label = "network:even",
        };
    }

    /// <summary>On systems that tell a from A and on those that do not.</summary>
    [Fact]
    public void Every_cell_has_a_name_of_its_own_that_every_system_takes()
    {
        CellSubject[] subjects =
        [
            .. from setting in new[] { ChannelSetting.Cpu, ChannelSetting.Gpu }
               from experiment in ExperimentCatalogue.All
               from cell in experiment.Cells(setting, Scales.All)
               select CellSubject.Of(cell),
            .. NetworkGroups.All.SelectMany(group => group.Cases).Select(network => network.Name)
                .Concat(NetworkCatalogue.All.Select(entry => entry.Name)).Append("resnet50_backbone@64x96").Distinct().Select(CellSubject.Of),
        ];

        Assert.True(subjects.Length > 200);
        Assert.Distinct(subjects.Select(ExportedCell.FileName), StringComparer.OrdinalIgnoreCase);
        Assert.All(subjects, subject => Assert.Matches(@"^[A-Za-z0-9][A-Za-z0-9._=,@-]*\.onnx$", ExportedCell.FileName(subject)));
    }

    private JsonElement[] Cells(string inFolder)
    {
        using JsonDocument list = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, inFolder, "cells.json")));
        return [.. list.RootElement.EnumerateArray().Select(cell => cell.Clone())];
    }

    private static string? Text(JsonElement cell, string member) => cell.GetProperty(member).GetString();
}
