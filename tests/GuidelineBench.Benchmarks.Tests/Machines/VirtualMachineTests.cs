using GuidelineBench.Benchmarks.Machines;

namespace GuidelineBench.Benchmarks.Tests.Machines;

/// <summary>Texts that virtual and bare machines show; on Arm the processor itself says nothing.</summary>
public sealed class VirtualMachineTests
{
    private const string Arm = "processor\t: 0\nCPU implementer\t: 0x41\nCPU part\t: 0xd40\n",
        X86 = "processor\t: 0\nvendor_id\t: GenuineIntel\nflags\t\t: fpu avx2\n",
        X86Guest = "processor\t: 0\nvendor_id\t: GenuineIntel\nflags\t\t: fpu avx2 hypervisor\n";

    [Theory]
    [InlineData("Amazon EC2", "c7g.large")]
    [InlineData("Amazon EC2", "t4g.micro")]
    [InlineData("Xen", "HVM domU")]
    [InlineData("Google", "Google Compute Engine")]
    [InlineData("Microsoft Corporation", "Virtual Machine")]
    [InlineData("Alibaba Cloud", "Alibaba Cloud ECS")]
    [InlineData("Tencent Cloud", "CVM")]
    [InlineData("QEMU", "KVM Virtual Machine")]
    [InlineData("QEMU", "Standard PC (Q35 + ICH9, 2009)")]
    [InlineData("Red Hat", "KVM")]
    [InlineData("DigitalOcean", "Droplet")]
    [InlineData("Hetzner", "vServer")]
    [InlineData("OpenStack Foundation", "OpenStack Nova")]
    [InlineData("RDO", "OpenStack Compute")]
    [InlineData("Scaleway", "SCW-COPARM1-2C-8G")]
    [InlineData("Vultr", "VC2")]
    [InlineData("Linode", "Compute Instance")]
    [InlineData("Akamai", "Compute Instance")]
    [InlineData("UpCloud", "Server")]
    [InlineData("VMware, Inc.", "VMware20,1")]
    [InlineData("innotek GmbH", "VirtualBox")]
    [InlineData("Parallels International GmbH.", "Parallels ARM Virtual Machine")]
    [InlineData("FreeBSD", "BHYVE")]
    [InlineData("Apple Inc.", "Apple Virtualization Generic Platform")]
    [InlineData("Nutanix", "AHV")]
    [InlineData("oVirt", "RHEL")]
    [InlineData("OpenBSD", "VMM")]
    [InlineData("Huawei Cloud", "OpenStack Nova")]
    public void CloudsAndHypervisorsAreKnownByTheirNamesOnArm(string vendor, string product) =>
        Assert.True(IsVirtual(Arm, ("sys_vendor", vendor), ("product_name", product)));

    [Theory]
    [InlineData("Amazon EC2", "c7g.metal")]
    [InlineData("Amazon EC2", "a1.metal")]
    [InlineData("Amazon EC2", "c8g.metal-24xl")]
    [InlineData("Microsoft Corporation", "Surface Pro, 11th Edition")]
    [InlineData("Google", "Pixel Slate")]
    [InlineData("Nutanix", "NX-8155-G8")]
    [InlineData("Oracle Corporation", "ORACLE SERVER E4-2c")]
    [InlineData("Red Hat", "Test machine")]
    [InlineData("Ampere(R)", "Mt. Collins")]
    [InlineData("HPE", "ProLiant RL300 Gen11")]
    [InlineData("Apple Inc.", "Mac14,2")]
    [InlineData("Scaleway", "SCW-EM-A210R")]
    [InlineData("Tencent Cloud", "Bare Metal")]
    [InlineData("Raspberry Pi Foundation", "Raspberry Pi 5 Model B")]
    public void BareMachinesAreNotVirtual(string vendor, string product) =>
        Assert.False(IsVirtual(Arm, ("sys_vendor", vendor), ("product_name", product), ("chassis_asset_tag", "OracleCloud.com")));

    /// <summary>Clouds that give their bare machines the same names: on x86 the processor tells.</summary>
    [Theory]
    [InlineData("Google", "Google Compute Engine")]
    [InlineData("Alibaba Cloud", "Alibaba Cloud ECS")]
    public void ARentedX86MachineIsVirtualWhenItsProcessorSaysSo(string vendor, string product)
    {
        Assert.False(IsVirtual(X86, ("sys_vendor", vendor), ("product_name", product)));
        Assert.True(IsVirtual(X86Guest, ("sys_vendor", vendor), ("product_name", product)));
    }

    [Theory]
    [InlineData("chassis_vendor", "QEMU")]
    [InlineData("bios_vendor", "SeaBIOS")]
    [InlineData("bios_vendor", "Xen")]
    [InlineData("board_vendor", "VMware, Inc.")]
    [InlineData("product_version", "Hyper-V UEFI Release v4.1")]
    [InlineData("chassis_asset_tag", "7783-7084-3265-9085-8269-3286-77")]
    public void WhatACloudLeavesToTheHypervisorIsRead(string field, string text) =>
        Assert.True(IsVirtual(Arm, ("sys_vendor", "Some Cloud"), ("product_name", "Server"), (field, text)));

    /// <summary>Structure 0 of SMBIOS, 24 bytes: bit 4 of byte 19 says that the machine is virtual.</summary>
    [Theory]
    [InlineData(0x18, 0x18, "Some Cloud", "Server", true)]
    [InlineData(0x18, 0x08, "Some Cloud", "Server", false)]
    // Too short to have that byte.
    [InlineData(0x12, 0x18, "Some Cloud", "Server", false)]
    [InlineData(0x18, 0x08, "Google", "Google Compute Engine", false)]
    // Hypervisors are known that leave the bit unset.
    [InlineData(0x18, 0x08, "QEMU", "KVM Virtual Machine", true)]
    public void TheFirmwareSaysSoItself(byte length, byte characteristics, string vendor, string product, bool isVirtual)
    {
        char[] structure = new char[24];
        (structure[1], structure[19]) = ((char)length, (char)characteristics);
        using var system = new CapturedSystem(
            ("proc/cpuinfo", Arm),
            ("sys/class/dmi/id/sys_vendor", vendor),
            ("sys/class/dmi/id/product_name", product),
            ("sys/firmware/dmi/entries/0-0/raw", new string(structure)));

        Assert.Equal(isVirtual, VirtualMachine.IsShown(system.Files));
    }

    [Theory]
    [InlineData("sys/hypervisor/type", "xen\n")]
    [InlineData("proc/device-tree/hypervisor/compatible", "linux,kvm\0")]
    [InlineData("proc/device-tree/hypervisor/compatible", "xen,xen-4.17\0xen,xen\0")]
    [InlineData("proc/device-tree/compatible", "linux,dummy-virt\0")]
    [InlineData("sys/firmware/devicetree/base/compatible", "linux,dummy-virt\0")]
    [InlineData("proc/device-tree/compatible", "riscv-virtio\0")]
    [InlineData("proc/device-tree/compatible", "qemu,pseries\0")]
    [InlineData("proc/device-tree/fw-cfg@9020000/compatible", "qemu,fw-cfg-mmio\0")]
    [InlineData("proc/device-tree/ibm,partition-name", "lpar7\0")]
    [InlineData("proc/sysinfo", "Manufacturer:         IBM\nVM00 Name:            LINUX1\nVM00 Control Program: z/VM    7.3.0\n")]
    [InlineData("proc/version", "Linux version 5.15.153.1-microsoft-standard-WSL2 (root@941d701f84f1) (gcc 11.2.0) #1 SMP\n")]
    [InlineData("proc/sys/kernel/osrelease", "6.6.36-my-WSL2-kernel\n")]
    [InlineData("proc/sys/kernel/osrelease", "4.4.0-22621-Microsoft\n")]
    [InlineData("proc/sys/fs/binfmt_misc/WSLInterop", "enabled\ninterpreter /init\n")]
    [InlineData("proc/version", "Linux version 4.4.0 #1 SMP Sun Jan 10 15:06:54 PST 2016\n")]
    [InlineData("proc/cpuinfo", "processor\t: 0\nmodel name\t: QEMU Virtual CPU version 2.5+\nflags\t\t: fpu sse2\n")]
    [InlineData("proc/cpuinfo", X86Guest)]
    public void OtherFilesShowAHypervisor(string path, string text)
    {
        using var system = new CapturedSystem((path, text));
        Assert.True(VirtualMachine.IsShown(system.Files));
    }

    [Theory]
    [InlineData("proc/device-tree/compatible", "raspberrypi,5-model-b\0brcm,bcm2712\0")]
    [InlineData("proc/device-tree/compatible", "apple,j313\0apple,t8103\0apple,arm-platform\0")]
    [InlineData("proc/device-tree/compatible", "scaleway,em-rv1-c4m16s128-a\0thead,th1520\0")]
    [InlineData("proc/version", "Linux version 6.8.0-1018-azure (buildd@bos03) #21-Ubuntu SMP\n")]
    [InlineData("proc/sysinfo", "Manufacturer:         IBM\nLPAR Number:          25\n")]
    [InlineData("proc/cpuinfo", X86)]
    [InlineData("proc/version", "")]
    public void OtherFilesOfBareMachinesDoNot(string path, string text)
    {
        using var system = new CapturedSystem((path, text));
        Assert.False(VirtualMachine.IsShown(system.Files));
    }

    [Theory]
    [InlineData("raspberry-pi-4")]
    [InlineData("raspberry-pi-5")]
    [InlineData("orange-pi-5")]
    [InlineData("nvidia-gb10")]
    [InlineData("core-i7-1370p")]
    [InlineData("epyc-7451")]
    [InlineData("kunpeng-920")]
    [InlineData("visionfive-2")]
    public void CapturedBareMachinesAreNotVirtual(string capture)
    {
        using CapturedSystem system = CapturedSystem.Of(capture);
        Assert.False(VirtualMachine.IsShown(system.Files));
    }

    private static bool IsVirtual(string cpuInfo, params (string Field, string Text)[] firmware)
    {
        using var system = new CapturedSystem([("proc/cpuinfo", cpuInfo), .. firmware.Select(field => ($"sys/class/dmi/id/{field.Field}", field.Text + "\n"))]);
        return VirtualMachine.IsShown(system.Files);
    }
}
