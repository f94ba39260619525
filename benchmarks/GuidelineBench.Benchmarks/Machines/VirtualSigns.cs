using System.Collections.Immutable;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>
/// What virtual machines show, by hypervisor and cloud. On x86 the processor announces most hypervisors; Arm, RISC-V and
/// POWER have the texts of the firmware alone. A rented bare machine keeps its maker's names, or is told apart here.
/// </summary>
internal static class VirtualSigns
{
    private const string Dmi = "sys/class/dmi/id/";

    /// <summary>Clouds overwrite some of these names with their own and leave others to the hypervisor.</summary>
    private static readonly string[] Names =
        [Dmi + "product_name", Dmi + "sys_vendor", Dmi + "board_vendor", Dmi + "bios_vendor", Dmi + "chassis_vendor", Dmi + "product_version"];

    private static readonly string[] Vendor = [Dmi + "sys_vendor"];

    private static readonly string[] Product = [Dmi + "product_name"];

    public static ImmutableArray<VirtualSign> All { get; } =
    [
        // Hypervisors.
        new(Names, "QEMU*"),
        new(Names, "KVM*"),
        new(Names, "SeaBIOS*"),
        new(Names, "Bochs*"),
        new(Names, "OpenStack*"),
        new(Names, "KubeVirt*"),
        new(Names, "oVirt*"),
        new(Names, "RHEV*"),
        new(Names, "CloudStack*"),
        new(Names, "ZStack*"),
        new(Names, "VMware*"),
        new(Names, "VMW*"),
        new(Names, "VirtualBox*"),
        new(Names, "innotek GmbH*"),
        new(Names, "Xen*"),
        new(Names, "HVM domU*"),
        new(Names, "Parallels*"),
        new(Names, "BHYVE*"),
        new(Names, "Hyper-V*"),
        new(Names, "*Virtual Machine*"),
        new(Names, "Apple Virtualization*"),
        new(Names, "Cloud Hypervisor*"),
        new(Names, "cloud-hypervisor*"),
        new(Names, "crosvm*"),
        new(Names, "Firecracker*"),
        new(Names, "ACRN*"),
        new(Vendor, "OpenBSD*"),
        // Makers of bare machines too, whose products have other names.
        new(Product, "AHV*"),
        new(Product, "VMM*"),
        new(Product, "*HVM"),
        new(Product, "Standard PC (*"),
        // Clouds.
        new(Names, "Amazon EC2*", BareProduct: "*.metal*"),
        new(Product, "Google Compute Engine*", BareProduct: "*metal*", HasBareTwins: true),
        new([Dmi + "chassis_asset_tag"], "7783-7084-3265-9085-8269-3286-77"),
        new(Vendor, "Alibaba Cloud*", BareProduct: "*Dragon*", HasBareTwins: true),
        new(Vendor, "Tencent Cloud*", BareProduct: "*Bare*"),
        new(Vendor, "Huawei*Cloud*", BareProduct: "*Bare*"),
        new(Vendor, "Volcengine*", BareProduct: "*Bare*"),
        new(Vendor, "Yandex*", BareProduct: "*Bare*"),
        new(Vendor, "Scaleway*", BareProduct: "*-EM-*"),
        new(Vendor, "Vultr*", BareProduct: "*VBM*"),
        new(Vendor, "DigitalOcean*"),
        new(Vendor, "Hetzner*"),
        new(Vendor, "Linode*"),
        new(Vendor, "Akamai*"),
        new(Vendor, "UpCloud*"),
        new(Vendor, "Exoscale*"),
        new(Vendor, "CloudSigma*"),
        new(Vendor, "e24cloud*"),
        new(Vendor, "*Outscale*"),
        // Xen, where the firmware has no tables.
        new(["sys/hypervisor/type", "proc/xen/capabilities"], "*"),
        // Device trees.
        new(["proc/device-tree/hypervisor/compatible", "sys/firmware/devicetree/base/hypervisor/compatible"], "*"),
        new(["proc/device-tree/compatible", "sys/firmware/devicetree/base/compatible"], "*linux,dummy-virt*"),
        new(["proc/device-tree/compatible", "sys/firmware/devicetree/base/compatible"], "*riscv-virtio*"),
        new(["proc/device-tree/compatible", "sys/firmware/devicetree/base/compatible"], "*qemu,*"),
        new(["proc/device-tree/compatible", "sys/firmware/devicetree/base/compatible"], "*xen,*"),
        new(["proc/device-tree/ibm,partition-name"], "*"),
        // z/VM and KVM on Z.
        new(["proc/sysinfo"], "*VM00 Control Program*"),
        // Names of emulated processors, which may hide the hypervisor.
        new(["proc/cpuinfo"], "*QEMU Virtual CPU*"),
        new(["proc/cpuinfo"], "*Common KVM processor*"),
        new(["proc/cpuinfo"], "*emulated by qemu*"),
        new(["proc/cpuinfo"], "*User Mode Linux*"),
        // Windows Subsystem for Linux.
        new(["proc/sys/kernel/osrelease", "proc/version"], "*microsoft*"),
        new(["proc/sys/kernel/osrelease"], "*WSL*"),
        new(["proc/sys/fs/binfmt_misc/WSLInterop", "proc/sys/fs/binfmt_misc/WSLInterop-late"], "*"),
        // gVisor says this of its kernel whatever runs beneath.
        new(["proc/version"], "Linux version 4.4.0 #1 SMP Sun Jan 10 15:06:54 PST 2016*"),
    ];
}

/// <summary>What virtual machines show in a file of the system.</summary>
/// <param name="Files">Paths; what one of them shows is enough.</param>
/// <param name="Pattern">Of the whole text, in which * stands for anything; upper and lower case are the same.</param>
/// <param name="BareProduct">Pattern of the product names of bare machines that show the same; null: there are none.</param>
/// <param name="HasBareTwins">
/// Whether bare machines show the same under the same product name. The firmware's own word, or on x86 the processor's,
/// tells them apart.
/// </param>
internal sealed record VirtualSign(string[] Files, string Pattern, string? BareProduct = null, bool HasBareTwins = false);
