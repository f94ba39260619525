using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Kernels.Ilgpu.Devices;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Devices;

public class DeviceCatalogueTests
{
    private static DeviceInventory Inventory => DeviceCatalogue.OfThisMachine.Inventory;

    [Fact]
    public void Every_kind_has_devices_or_a_reason() => Assert.All(
        DeviceKinds.All,
        kind => Assert.NotEqual(Inventory.Devices.Any(device => device.Kind == kind), Inventory.Missing.Any(missing => missing.Kind == kind)));

    [Fact]
    public void The_CPU_accelerator_is_there_by_name_and_is_never_the_default()
    {
        DeviceDescription cpu = Inventory.Find("cpu");
        Assert.Equal(DeviceKind.Cpu, cpu.Kind);
        Assert.False(cpu.IsGpu);
        Assert.NotEqual(DeviceKind.Cpu, (IlgpuBackends.All[0] as IDeviceBackend)!.Device?.Description?.Kind);
    }

    [Fact]
    public void On_it_there_are_no_launch_graphs_no_tensor_cores_and_no_state()
    {
        IDeviceBackend cpu = new IlgpuBackend(isVendor: false).On(Inventory.Find("cpu"));
        Assert.Null(cpu.Unusable);
        Assert.Equal([LaunchMode.Stream], cpu.Abilities.Launches);
        Assert.Equal([MathMode.Fp32], cpu.Abilities.Maths);
        Assert.Equal([ExecutionOrder.Layer], cpu.Abilities.Orders);
        Assert.Null(cpu.Device!.ReadState());
        Assert.True(cpu.Device!.FreeMemoryBytes() > 0);
    }

    [Fact]
    public void An_accelerator_is_opened_once() => Assert.Same(
        DeviceCatalogue.OfThisMachine.Open(Inventory.Find("cpu")), DeviceCatalogue.OfThisMachine.Open(Inventory.Find("cpu")));
}
