using System.Collections.Immutable;
using GuidelineBench.Core.Networks.Families;

namespace GuidelineBench.Core.Networks.Catalogue;

/// <summary>All networks. A new family is one file and one entry here.</summary>
public static class NetworkCatalogue
{
    public static ImmutableArray<NetworkEntry> All { get; } =
    [
        .. ShuffleNetV2.Entries,
        .. ShuffleNetV2Torchvision.Entries,
        .. ShuffleNetV2Large.Entries,
        .. ShuffleNetV1.Entries,
        .. MobileNetV1.Entries,
        .. MobileNetV2.Entries,
        .. LightXception.Entries,
        .. DenseNet.Entries,
        .. CondenseNet.Entries,
        .. IgcV2.Entries,
        .. IgcV3.Entries,
        .. NasNet.Entries,
        .. PnasNet.Entries,
        .. ResNet50.Entries,
        .. SeNet154.Entries,
        .. AlexNet.Entries,
    ];

    /// <returns>The network of that <see cref="NetworkEntry.Name"/>, or null.</returns>
    public static NetworkEntry? Find(string name) => All.FirstOrDefault(entry => entry.Name == name);
}
