using GuidelineBench.Execution.Weights.Files;

namespace GuidelineBench.Cli.Tests.Verbs;

public sealed class ForwardVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("no network is given: --network")]
    [InlineData("unknown network 'vgg16': --network", "--network", "vgg16")]
    [InlineData("unknown network 'alexne', did you mean 'alexnet'?: --network", "--network", "alexne")]
    [InlineData("unknown backend 'fpga': --backend", "--network", "alexnet", "--backend", "fpga")]
    [InlineData("unusable number '-1': --seed", "--network", "alexnet", "--seed", "-1")]
    [InlineData("unknown execution 'layer,depth-first': --execution", "--network", "alexnet", "--execution", "layer,depth-first")]
    [InlineData("nothing is random with --weights and --input: --seed", "--network", "alexnet", "--weights", "w", "--input", "i", "--seed", "2")]
    [InlineData("cannot go together: --dump-layers and --execution depth-first", "--network", "alexnet", "--dump-layers", "d", "--execution", "depth-first")]
    [InlineData("unknown option '--rounds': forward", "--network", "alexnet", "--rounds", "2")]
    public void Unusable_options_are_refused(string what, params string[] options) =>
        Assert.StartsWith($"guidelinebench: {what}; allowed: ", Invocation.Of(["forward", .. options]).RefusedLine(), StringComparison.Ordinal);

    [Fact]
    public void Unusable_files_are_refused()
    {
        string damaged = folder.Write("weights.safetensors", "not a header at all");
        NpyFile.Write(folder["images.npy"], new Tensor(TensorShape.Of(3, 8), new float[24]));

        Assert.StartsWith("guidelinebench: is a text that begins with 'not a header at all': ", Refused("--weights", damaged), StringComparison.Ordinal);
        Assert.StartsWith($"guidelinebench: no such file: {folder["missing"]}; allowed: a safetensors file", Refused("--weights", folder["missing"]), StringComparison.Ordinal);
        Assert.StartsWith("guidelinebench: is a text that begins with 'not a header at all': ", Refused("--input", damaged), StringComparison.Ordinal);
        Assert.Equal(
            $"guidelinebench: the input is of shape [3, 8]: {folder["images.npy"]}; allowed: images x 3 x height x width, e.g. [1, 3, 224, 224]",
            Refused("--input", folder["images.npy"]));

        string Refused(params string[] options) =>
            Invocation.Of(["forward", "--network", "shufflenet_v2_x0_5", "--output", folder["logits.npy"], .. options]).RefusedLine();
    }

    /// <summary>Before weights that do not exist are looked for.</summary>
    [Theory]
    [InlineData("--output", "DIR", "is a folder: --output")]
    [InlineData("--save-weights", "DIR", "is a folder: --save-weights")]
    [InlineData("--output", "DIR/missing/logits.npy", "there is no folder for")]
    [InlineData("--dump-layers", "DIR", "is not empty: --dump-layers")]
    [InlineData("--dump-layers", "DIR/file/layers", "is a file: --dump-layers")]
    public void What_cannot_be_written_is_refused_before_work(string option, string path, string named)
    {
        folder.Write("file", "");
        Assert.Contains(
            named,
            Invocation.Of("forward", "--network", "shufflenet_v2_x0_5", "--weights", folder["missing"], option, path.Replace("DIR", folder.Path, StringComparison.Ordinal)).RefusedLine(),
            StringComparison.Ordinal);
        Assert.Equal([folder["file"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Two_outputs_are_two_files() => Assert.Contains(
        "both are", Invocation.Of("forward", "--network", "shufflenet_v2_x0_5", "--output", folder["x"], "--save-weights", folder["x"]).RefusedLine(), StringComparison.Ordinal);

    [Fact]
    public void A_size_that_the_network_does_not_take_is_refused()
    {
        NpyFile.Write(folder["images.npy"], new Tensor(TensorShape.Of(1, 3, 256, 256), new float[3 * 256 * 256]));

        string line = Invocation.Of("forward", "--network", "alexnet", "--input", folder["images.npy"]).RefusedLine();

        Assert.StartsWith("guidelinebench: alexnet does not take images of 3x256x256 (", line, StringComparison.Ordinal);
        Assert.EndsWith($": {folder["images.npy"]}; allowed: e.g. 3x224x224", line, StringComparison.Ordinal);
    }
}
