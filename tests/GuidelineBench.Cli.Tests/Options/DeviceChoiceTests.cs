using GuidelineBench.Cli.Backends;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Cli.Tests.Options;

/// <summary>What <c>--device</c>, <c>--launch</c> and <c>--math</c> mean for the backends of this build, whichever it is.</summary>
public class DeviceChoiceTests
{
    private static IDeviceBackend Ilgpu { get; } = BackendCatalogue.All.OfType<IDeviceBackend>().First();

    private static bool IsBuiltIn => !Ilgpu.Inventory.Devices.IsEmpty;

    [Theory]
    [InlineData("ilgpu")]
    [InlineData("cublas")]
    public void WithoutAUsableGpuNothingElseIsMeasuredInItsPlace(string backend)
    {
        if (BackendCatalogue.All.Single(known => known.Name == backend).Unusable is null)
            Assert.Skip("There is a GPU here.");
        using var folder = new TemporaryFolder();
        Invocation run = Invocation.Of("run", "--backend", backend, "--out", folder["out"]);
        Assert.Equal(4, run.Code);
        Assert.Equal("", run.Out);
        Assert.StartsWith($"guidelinebench: backend {backend} cannot be used: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(run.Error.Length - 1, run.Error.IndexOf('\n', StringComparison.Ordinal));
        Assert.False(Directory.Exists(folder["out"]));
    }

    [Theory]
    [InlineData("ilgpu")]
    [InlineData("cublas")]
    public void BenchmarksAreNeitherListedNorRunWithoutAUsableGpu(string backend)
    {
        if (BackendCatalogue.All.Single(known => known.Name == backend).Unusable is null)
            Assert.Skip("There is a GPU here.");
        Invocation bench = Invocation.Of("bench", "--filter", "*relu*", "--backend", backend);
        Assert.Equal(4, bench.Code);
        Assert.Equal("", bench.Out);
        Assert.StartsWith($"guidelinebench: backend {backend} cannot be used: ", bench.Error, StringComparison.Ordinal);
        Assert.Equal(bench.Error.Length - 1, bench.Error.IndexOf('\n', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cuda")]
    [InlineData("opencl")]
    public void AKindThatIsMissingIsAbsent(string kind)
    {
        if (Ilgpu.Inventory.Devices.Any(device => device.Id.StartsWith(kind, StringComparison.Ordinal)))
            Assert.Skip($"There is a {kind} device here.");
        Invocation run = Invocation.Of("forward", "--network", "alexnet", "--backend", "ilgpu", "--device", kind);
        Assert.Equal(4, run.Code);
        Assert.Equal(run.Error.Length - 1, run.Error.IndexOf('\n', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("bench")]
    public void AnUnknownDeviceIsRefusedWithThoseThatThereAre(string verb)
    {
        if (!IsBuiltIn)
            Assert.Skip("Built without ILGPU.");
        string line = Invocation.Of(verb, "--backend", "ilgpu", "--device", "Voodoo").RefusedLine();
        Assert.Contains("there is no device 'Voodoo'", line, StringComparison.Ordinal);
        Assert.Contains("cpu (ILGPU's CPU accelerator)", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--launch graph", "does not know graph: --launch; allowed: stream")]
    [InlineData("--launch stream,graph", "does not know graph: --launch; allowed: stream")]
    [InlineData("--math tf32", "does not know tf32: --math; allowed: fp32")]
    [InlineData("--execution depth-first", "does not know depth-first: --execution; allowed: layer")]
    public void WhatADeviceDoesNotKnowIsRefused(string option, string what)
    {
        if (!IsBuiltIn)
            Assert.Skip("Built without ILGPU.");
        string line = Invocation.Of(["run", "--backend", "ilgpu", "--device", "cpu", .. option.Split(' ')]).RefusedLine();
        Assert.Contains($"backend ilgpu on cpu (ILGPU's CPU accelerator) {what}", line, StringComparison.Ordinal);
    }

    [Fact]
    public void TheVendorsLibraryNeedsItsOwnDevice()
    {
        if (!IsBuiltIn)
            Assert.Skip("Built without ILGPU.");
        Invocation run = Invocation.Of("run", "--backend", "cublas", "--device", "cpu");
        Assert.Equal(4, run.Code);
        Assert.Contains("cuBLAS needs a CUDA device", run.Error, StringComparison.Ordinal);
    }
}
