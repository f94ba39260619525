namespace GuidelineBench.Core.Networks.Units;

/// <summary>The units that Appendix Table 1 (b) compares.</summary>
public enum UnitKind
{
    ShuffleNetV2,

    /// <summary>With three groups.</summary>
    ShuffleNetV1,

    /// <summary>With expansion 6.</summary>
    MobileNetV2,

    LightXception,
}
