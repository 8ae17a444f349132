/** What the names of offices and organisations end with; those of people do not. */
const office =
  /(?:課|室|係|班|部|部署|部門|局|院|機構|大学|大学校|高専|専門学校|学院|学園|学校|センター|センタ|委員会|協議会|審査会|事務局|事務|窓口|担当|協会|学会|連盟|連合|財団|法人|会社|組合|銀行|研究所|研究科|学部|学科|学府|学類|図書館|博物館|病院|本部|支部|支社|省|庁|機関|チーム|グループ|ユニット|オフィス|ネットワーク|コンソーシアム)(?:[（(][^()（）]*(?:課|室|係|部|局)[）)])?$/u;
const latinOffice =
  /\b(?:university|college|institute|school|faculty|department|division|section|office|cent(?:er|re)|committee|council|bureau|agency|ministry|foundation|association|society|consortium|laboratory|library|hospital|company|corporation|inc|ltd|llc|co|team|group)\.?$/i;

/** Family names that end as offices do. */
const familyNames =
  /^(?:服部|阿部|安部|渡部|長谷部|岡部|矢部|磯部|礒部|園部|軽部|田部|跡部|綾部|卜部|占部|辺部|日下部|刑部|忌部|海部|物部|下部|戸部|飯部|曽我部|長曽我部|薗部|神部|菅部|鬼頭部|氷室|御室|三室|小室|大室|岩室|中室|平室)$/u;

/** Whether a name is that of an office or an organisation, which may be meant to be read. */
export const isNamedOffice = (name: string): boolean => {
  const plain = name.normalize('NFKC').trim();
  return (office.test(plain) && !familyNames.test(plain)) || latinOffice.test(plain);
};

/** What Office and others write where there is no name, or where one was taken out. */
export const isNoName = (name: string): boolean =>
  /^(?:author|作成者|不明な作成者|anonymous|un-named)?$/i.test(name.trim());
