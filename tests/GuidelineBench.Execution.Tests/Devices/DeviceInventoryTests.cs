using GuidelineBench.Execution.Devices;

namespace GuidelineBench.Execution.Tests.Devices;

public class DeviceInventoryTests
{
    private static readonly DeviceDescription Old = new("cuda:0", "GeForce GTX 1080 Ti", DeviceKind.Cuda, IsGpu: true, Unusable: "its driver is too old");
    private static readonly DeviceDescription First = new("cuda:1", "NVIDIA H200", DeviceKind.Cuda, IsGpu: true, Unusable: null);
    private static readonly DeviceDescription Second = new("cuda:2", "NVIDIA H200", DeviceKind.Cuda, IsGpu: true, Unusable: null);
    private static readonly DeviceDescription Radeon = new("opencl:0", "Radeon Pro", DeviceKind.OpenCl, IsGpu: true, Unusable: null);
    private static readonly DeviceDescription Twin = new("opencl:1", "GeForce GTX 1080 Ti", DeviceKind.OpenCl, IsGpu: true, Unusable: null);
    private static readonly DeviceDescription Processor = new("opencl:2", "pocl on some processor", DeviceKind.OpenCl, IsGpu: false, Unusable: null);
    private static readonly DeviceDescription Played = new("cpu", "the CPU accelerator", DeviceKind.Cpu, IsGpu: false, Unusable: null);

    private static readonly DeviceInventory All = new([Old, First, Second, Radeon, Twin, Processor, Played], []);

    [Theory]
    [InlineData("1", "cuda:1")]
    [InlineData("6", "cpu")]
    [InlineData("cuda:2", "cuda:2")]
    [InlineData("OpenCL:2", "opencl:2")]
    [InlineData("radeon", "opencl:0")]
    [InlineData("pocl", "opencl:2")]
    [InlineData("cpu", "cpu")]
    // A kind means its first device that can be used, a name the kind with one that can.
    [InlineData("cuda", "cuda:1")]
    [InlineData("opencl", "opencl:0")]
    [InlineData("gtx 1080", "opencl:1")]
    public void A_device_is_found_by_index_id_kind_or_name(string text, string id) => Assert.Equal(id, All.Find(text).Id);

    [Fact]
    public void A_device_of_two_kinds_is_the_CUDA_one() =>
        Assert.Equal("cuda:1", new DeviceInventory([First, First with { Id = "opencl:0", Kind = DeviceKind.OpenCl }], []).Find("H200").Id);

    [Theory]
    [InlineData("7", false, "there is no device '7'")]
    [InlineData("99999999999", false, "there is no device '99999999999'")]
    [InlineData("", false, "there is no device ''")]
    [InlineData("Voodoo", false, "there is no device 'Voodoo'")]
    [InlineData("H200", false, "several devices are called 'H200': cuda:1 (NVIDIA H200), cuda:2 (NVIDIA H200)")]
    [InlineData("0", true, "device cuda:0 (GeForce GTX 1080 Ti) cannot be used: its driver is too old")]
    public void What_cannot_be_found_or_used_is_said(string text, bool isAbsent, string message)
    {
        var error = Assert.Throws<DeviceException>(() => All.Find(text));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(isAbsent, error.IsAbsent);
    }

    [Fact]
    public void A_kind_without_devices_says_why()
    {
        var error = Assert.Throws<DeviceException>(() =>
            new DeviceInventory([Played], [new MissingDevices(DeviceKind.Cuda, "libcuda.so.1 was not found")]).Find("cuda"));
        Assert.True(error.IsAbsent);
        Assert.Equal("there is no cuda device (libcuda.so.1 was not found)", error.Message);
    }

    [Fact]
    public void The_default_is_the_first_usable_GPU() => Assert.Equal("cuda:1", All.Default.Id);

    [Fact]
    public void Nothing_but_a_GPU_is_taken_unasked()
    {
        var error = Assert.Throws<DeviceException>(() =>
            new DeviceInventory([Old, Processor, Played], [new MissingDevices(DeviceKind.Cuda, "no driver")]).Default);
        Assert.True(error.IsAbsent);
        Assert.Equal(
            "there is no usable GPU (cuda: no driver; cuda:0: its driver is too old; opencl:2 (pocl on some processor) is no GPU)", error.Message);
    }
}
